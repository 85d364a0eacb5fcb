package dev.tandem.learning.training;

import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.learning.Asked;
import dev.tandem.learning.Example;
import dev.tandem.learning.FeatureVector;
import dev.tandem.learning.RankingFeature;
import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Small logs with planted causes. */
public final class Sessions {
  static final List<ContentType> TYPES =
      List.of(ContentType.CASE_STUDY, ContentType.PRICING, ContentType.BLOG_POST);
  private static final int ASSETS = 30, SLOTS = 6, REPS = 8;

  private Sessions() {}

  public static Example example(
      String asset, ContentType type, JourneyStage stage, Map<RankingFeature, Double> features) {
    var values = new double[RankingFeature.SCHEMA.size()];
    features.forEach((feature, value) -> values[feature.ordinal()] = value);
    return new Example(
        new FeatureVector(RankingFeature.SCHEMA, values),
        new AssetId(asset),
        type,
        new Asked(stage, "utilities", List.of("cfo"), false));
  }

  /**
   * Slates in random order: items are looked at with 1/position, and used with the given log-odds.
   */
  static TrainingSet of(int sessions, long seed, ToDoubleFunction<Example> logOdds) {
    var random = new Random(seed);
    var log = new ArrayList<Session>();
    for (int i = 0; i < sessions; i++) {
      var stage = JourneyStage.values()[random.nextInt(4)];
      var items = new ArrayList<Judged>();
      for (int position = 1; position <= SLOTS; position++) {
        int asset = random.nextInt(ASSETS);
        var example =
            example(
                "a" + asset,
                TYPES.get(asset % 3),
                stage,
                Map.of(
                    RankingFeature.INDUSTRY_MATCH,
                    (double) random.nextInt(2),
                    RankingFeature.FRESHNESS,
                    random.nextDouble() - 0.5));
        boolean looked = random.nextDouble() < 1.0 / position;
        double chance = ClickRows.sigmoid(logOdds.applyAsDouble(example));
        boolean used = looked && random.nextDouble() < chance;
        items.add(new Judged(example, position, used ? Reward.SENT.value() : 0, 1));
      }
      log.add(
          new Session(
              i + 1L,
              Instant.EPOCH.plusSeconds(i * 3600L),
              Surface.DEAL,
              new UserId("rep" + random.nextInt(REPS)),
              items,
              true));
    }
    return new TrainingSet(log);
  }
}
