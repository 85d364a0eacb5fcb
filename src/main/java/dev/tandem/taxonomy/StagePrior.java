package dev.tandem.taxonomy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * How likely a buyer at a stage of the journey is served by a type of content, before anything is
 * known about the asset itself: P(stage | type), each row summing to 1.
 *
 * <p>Expert numbers, not measured ones: they follow the usual mapping of content to the journey in
 * B2B marketing (education first, then comparison and proof, then price and risk, then adoption)
 * and leave every stage at least 1 %, so that evidence can always overrule them.
 */
public final class StagePrior {

  /** Columns in percent: awareness, consideration, decision, post-sale. */
  private static final String TABLE =
      """
      BLOG_POST        | 66 | 24 |  4 |  6
      EBOOK            | 58 | 35 |  5 |  2
      WHITE_PAPER      | 42 | 46 | 10 |  2
      INFOGRAPHIC      | 74 | 20 |  4 |  2
      REPORT           | 62 | 30 |  6 |  2
      WEBINAR          | 36 | 50 |  7 |  7
      VIDEO            | 44 | 38 | 10 |  8
      PODCAST          | 74 | 20 |  2 |  4
      SOLUTION_BRIEF   | 10 | 70 | 18 |  2
      DATA_SHEET       |  4 | 62 | 30 |  4
      COMPARISON       |  3 | 64 | 32 |  1
      BATTLECARD       |  1 | 52 | 46 |  1
      BUYERS_GUIDE     | 12 | 66 | 21 |  1
      CASE_STUDY       |  7 | 48 | 43 |  2
      ROI_CALCULATOR   |  4 | 40 | 55 |  1
      BUSINESS_CASE    |  2 | 24 | 73 |  1
      PRICING          |  1 | 17 | 80 |  2
      PROPOSAL         |  1 |  5 | 92 |  2
      SECURITY         |  2 | 28 | 66 |  4
      REFERENCE        |  2 | 18 | 78 |  2
      DEMO             |  5 | 64 | 29 |  2
      TEMPLATE         | 15 | 25 | 35 | 25
      HOW_TO           | 16 | 12 |  4 | 68
      ONBOARDING_GUIDE |  1 |  3 |  9 | 87
      RELEASE_NOTES    |  2 |  9 |  3 | 86
      ONE_PAGER        | 28 | 52 | 18 |  2
      PRESENTATION     | 26 | 48 | 22 |  4
      EMAIL            | 40 | 32 | 20 |  8
      OTHER            | 25 | 35 | 20 | 20
      """;

  private static final Map<ContentType, Map<JourneyStage, Double>> PRIOR = read();

  private StagePrior() {}

  /** P(stage | type) in (0, 1). */
  public static double of(ContentType type, JourneyStage stage) {
    return Objects.requireNonNull(row(type).get(stage));
  }

  /**
   * The same against chance, in [−1, 1]: a type that serves the stage half the time fits as well as
   * one that serves nothing else, since at the decision a buyer needs proof no less than prices.
   */
  public static double fit(ContentType type, JourneyStage stage) {
    double chance = 1.0 / JourneyStage.values().length;
    return Math.clamp((of(type, stage) - chance) / chance, -1, 1);
  }

  /** All four stages of one type, in the journey's order; they sum to 1. */
  public static Map<JourneyStage, Double> row(ContentType type) {
    return new EnumMap<>(Objects.requireNonNull(PRIOR.get(type)));
  }

  private static Map<ContentType, Map<JourneyStage, Double>> read() {
    var prior = new EnumMap<ContentType, Map<JourneyStage, Double>>(ContentType.class);
    TABLE
        .lines()
        .map(line -> line.split("\\|"))
        .forEach(
            cells -> {
              var row = new EnumMap<JourneyStage, Double>(JourneyStage.class);
              for (var stage : JourneyStage.values())
                row.put(stage, Integer.parseInt(cells[stage.ordinal() + 1].strip()) / 100.0);
              prior.put(ContentType.valueOf(cells[0].strip()), row);
            });
    return prior;
  }
}
