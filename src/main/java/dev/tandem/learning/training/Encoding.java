package dev.tandem.learning.training;

import dev.tandem.learning.Example;
import dev.tandem.learning.FeatureCross;
import dev.tandem.learning.RankingFeature;
import dev.tandem.learning.RankingModel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An item of a session as columns with values: utility and the readiness of its rep add up to the
 * log-odds of its reward once it is looked at, and how often it is depends on its position.
 *
 * @param base the model whose score is started from
 * @param parts what is learned beyond its temperature; if nothing is, only the circumstances of
 *     clicking are fitted around the model as it is
 * @param lately sessions of this sequence or later tell what an asset is worth lately
 */
record Encoding(RankingModel base, Set<Part> parts, long lately) {
  private static final double LATELY = 1.0 / 8;

  private static final List<FeatureCross> CROSSES = FeatureCross.ALL;
  private static final List<String> CROSS_NAMES = CROSSES.stream().map(FeatureCross::id).toList();

  enum Part {
    FEATURES_AND_GROUPS,
    /** What two features do together. */
    CROSSES,
    /** What near texts and authors have in common. */
    KINSHIP,
    /** Which types reps and teams prefer. */
    TASTES
  }

  static Encoding circumstances(RankingModel base) {
    return new Encoding(base, Set.of(), Long.MAX_VALUE);
  }

  /**
   * What is not held so tightly that it cannot matter.
   *
   * @param learned the sessions that are learned from; their newest eighth and all that come after
   *     are of lately
   */
  static Encoding within(Shrinkage shrinkage, RankingModel base, List<Session> learned) {
    var parts = EnumSet.of(Part.FEATURES_AND_GROUPS);
    if (shrinkage.crossing()) parts.add(Part.CROSSES);
    if (shrinkage.kinship()) parts.add(Part.KINSHIP);
    if (shrinkage.tasting()) parts.add(Part.TASTES);
    int first = (int) Math.ceil((1 - LATELY) * learned.size());
    boolean drifting = shrinkage.drifting() && first < learned.size();
    return new Encoding(base, parts, drifting ? learned.get(first).sequence() : Long.MAX_VALUE);
  }

  interface Sink {
    void add(Column.Kind kind, String name, double value);
  }

  void encode(Session session, Judged item, Sink sink) {
    sink.add(Column.Kind.INTERCEPT, "", 1);
    sink.add(Column.Kind.TEMPERATURE, "", base.score(item.example()));
    var surface = session.surface().id();
    int position = Math.min(item.position(), Column.LAST_POSITION);
    if (position > 1)
      sink.add(Column.Kind.POSITION, Column.pair(surface, Integer.toString(position)), 1);
    var words = item.example().asked().inWords() ? "words" : "deal";
    sink.add(Column.Kind.SURFACE, Column.pair(surface, words), 1);
    sink.add(Column.Kind.REP, session.rep().value(), 1);
    if (parts.contains(Part.FEATURES_AND_GROUPS)) utility(item, sink);
    var asset = item.example().asset();
    if (asset != null && session.sequence() >= lately)
      sink.add(Column.Kind.ASSET_LATELY, asset.value(), 1);
    if (parts.contains(Part.KINSHIP)) kinship(item.example(), sink);
    if (parts.contains(Part.TASTES)) tastes(item.example(), sink);
  }

  private static void tastes(Example example, Sink sink) {
    var type = example.type().id();
    var by = example.asked().by();
    if (by.rep() != null) sink.add(Column.Kind.TYPE_FOR_REP, Column.pair(type, by.rep()), 1);
    if (by.team() != null) sink.add(Column.Kind.TYPE_FOR_TEAM, Column.pair(type, by.team()), 1);
  }

  private static void kinship(Example example, Sink sink) {
    if (example.asset() == null) return;
    var kin = example.kin();
    sink.add(Column.Kind.NEAR_TEXT, example.asset().value(), kin.own());
    for (var each : kin.near())
      sink.add(Column.Kind.NEAR_TEXT, each.asset().value(), each.weight());
    if (kin.author() != null) sink.add(Column.Kind.AUTHOR, kin.author(), 1);
  }

  private void utility(Judged item, Sink sink) {
    var example = item.example();
    var asked = example.asked();
    var stage = asked.stage();
    for (int i = 0; i < RankingFeature.SCHEMA.size(); i++) {
      double value = example.features().value(i);
      if (value == 0) continue;
      var name = RankingFeature.SCHEMA.features().get(i).name();
      sink.add(Column.Kind.FEATURE, name, value);
      if (stage != null)
        sink.add(Column.Kind.FEATURE_BY_STAGE, Column.pair(name, stage.id()), value);
    }
    boolean crossing = parts.contains(Part.CROSSES);
    for (int i = 0; crossing && i < CROSSES.size(); i++) {
      double value = CROSSES.get(i).value(example.features());
      if (value != 0) sink.add(Column.Kind.CROSS, CROSS_NAMES.get(i), value);
    }
    var type = example.type().id();
    if (example.asset() != null) sink.add(Column.Kind.ASSET, example.asset().value(), 1);
    sink.add(Column.Kind.TYPE, type, 1);
    if (stage != null) sink.add(Column.Kind.TYPE_AT_STAGE, Column.pair(type, stage.id()), 1);
    if (asked.industry() != null)
      sink.add(Column.Kind.TYPE_IN_INDUSTRY, Column.pair(type, asked.industry()), 1);
    for (var persona : asked.personas())
      sink.add(
          Column.Kind.TYPE_FOR_PERSONA, Column.pair(type, persona), 1.0 / asked.personas().size());
  }
}
