package dev.tandem.insight;

import dev.tandem.insight.statistics.Comparison;
import dev.tandem.library.Asset;
import dev.tandem.shared.Money;
import dev.tandem.shared.Proportion;
import dev.tandem.taxonomy.JourneyStage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One asset in the report for marketers.
 *
 * @param figures what was done with it
 * @param asset as it is now, or null when it was deleted
 * @param rank its use rate beside what its positions would give any asset
 * @param reasons why it was judged not helpful or dismissed, the most frequent first
 * @param pipeline its share of the amounts of open deals, by the query's attribution
 * @param winRate beside that of deals without it; null where it was used on no decided deal
 * @param usedAt uses by the deal's stage at that moment
 * @param trend uses in equal stretches of the window, oldest first
 */
public record AssetRow(
    PerformanceRow figures,
    @Nullable Asset asset,
    AgainstRank rank,
    List<Reason> reasons,
    List<Money> pipeline,
    @Nullable Comparison winRate,
    Map<JourneyStage, Long> usedAt,
    List<Long> trend) {

  /** Below so many uses at known stages nothing is said about where it is used. */
  static final long FEWEST_STAGED_USES = 5;

  public AssetRow {
    reasons = List.copyOf(reasons);
    pipeline = List.copyOf(pipeline);
    usedAt = Map.copyOf(usedAt);
    trend = List.copyOf(trend);
  }

  public record Reason(String reason, long count) {}

  /**
   * A good rank is seen and used more often, whatever stands there. What an asset adds to that is
   * its use rate against the average use rate of the positions it was seen at.
   *
   * @param observed slates from which it was used, out of those it was seen on at a known position
   * @param expected the average use rate of these positions over all assets, in [0, 1]; NaN when it
   *     was never seen
   */
  public record AgainstRank(Proportion observed, double expected) {
    static final AgainstRank NONE = new AgainstRank(new Proportion(0, 0), Double.NaN);

    /** Below so many slates nothing is said. */
    public static final long FEWEST = 20;

    /** Whether the interval of its rate lies wholly above (1) or below (-1) what is expected. */
    public int verdict() {
      if (observed.trials() < FEWEST) return 0;
      var interval = observed.wilson95();
      if (interval.low() > expected) return 1;
      return interval.high() < expected ? -1 : 0;
    }
  }

  /** The stage where most of its uses are; null while these are too few. */
  public @Nullable JourneyStage mostUsedAt() {
    long all = usedAt.values().stream().mapToLong(Long::longValue).sum();
    if (all < FEWEST_STAGED_USES) return null;
    return usedAt.entrySet().stream()
        .max(Map.Entry.<JourneyStage, Long>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** Whether it is mostly used at a stage it was not made for. */
  public boolean usedElsewhere() {
    var most = mostUsedAt();
    if (most == null || asset == null || asset.stages().isEmpty()) return false;
    return asset.stages().stream().noneMatch(stage -> stage.value() == most);
  }

  /** Influenced revenue for each unit of cost; NaN where no cost in that currency is known. */
  public double returnOnCost() {
    var cost = asset == null ? null : asset.cost();
    if (cost == null || cost.amount().signum() <= 0) return Double.NaN;
    return figures.influenced().stream()
        .filter(money -> money.currency().equals(cost.currency()))
        .mapToDouble(money -> money.amount().doubleValue() / cost.amount().doubleValue())
        .findFirst()
        .orElse(0);
  }
}
