package dev.tandem.benchmark;

import dev.tandem.learning.Example;
import dev.tandem.learning.RankingFeature;
import dev.tandem.learning.training.Judged;
import dev.tandem.learning.training.Session;
import dev.tandem.learning.training.TrainingSet;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Candidates as rows of numbers, so that other learners know what ours knows: all features (the use
 * of the asset so far among them), and stage, type, industry and personas as ones and zeros.
 */
final class DealRows {
  private static final int FEATURES = RankingFeature.SCHEMA.size();
  private static final int STAGE = FEATURES;
  private static final int TYPE = STAGE + JourneyStage.values().length;
  private static final int NAMES = TYPE + ContentType.values().length;

  private final Map<String, Integer> names = new HashMap<>();

  DealRows(TrainingSet log) {
    for (var session : log.sessions()) {
      var asked = session.items().getFirst().example().asked();
      if (asked.industry() != null) names.putIfAbsent("industry " + asked.industry(), names.size());
      for (var persona : asked.personas()) names.putIfAbsent("persona " + persona, names.size());
    }
  }

  int width() {
    return NAMES + names.size();
  }

  double[] row(Example example) {
    var row = new double[width()];
    for (int i = 0; i < FEATURES; i++) row[i] = example.features().value(i);
    var asked = example.asked();
    if (asked.stage() != null) row[STAGE + asked.stage().ordinal()] = 1;
    row[TYPE + example.type().ordinal()] = 1;
    name(row, "industry " + asked.industry());
    for (var persona : asked.personas()) name(row, "persona " + persona);
    return row;
  }

  private void name(double[] row, String name) {
    var place = names.get(name);
    if (place != null) row[NAMES + place] = 1;
  }

  RowLog of(TrainingSet log) {
    return new RowLog(width(), log.sessions().stream().map(this::group).toList());
  }

  private RowLog.Group group(Session session) {
    List<Judged> items = session.items();
    return new RowLog.Group(
        items.stream().map(item -> row(item.example())).toArray(double[][]::new),
        items.stream().mapToInt(item -> grade(item.reward())).toArray(),
        items.stream().mapToDouble(Judged::reward).toArray(),
        items.stream().mapToInt(Judged::position).toArray());
  }

  /** Opened 1, taken or sent 2, opened by the buyer 3, read or helpful 4. */
  private static int grade(double reward) {
    return reward <= 0 ? 0 : reward < 0.5 ? 1 : reward < 0.8 ? 2 : reward < 0.9 ? 3 : 4;
  }
}
