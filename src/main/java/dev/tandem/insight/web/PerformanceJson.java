package dev.tandem.insight.web;

import dev.tandem.insight.PerformanceQuery;
import dev.tandem.insight.PerformanceRow;
import dev.tandem.shared.Interval;
import dev.tandem.shared.Money;
import dev.tandem.shared.Proportion;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A report as it leaves the API. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record PerformanceJson(
    Instant from,
    Instant to,
    String by,
    String attribution,
    int windowDays,
    double halfLifeDays,
    String caveat,
    List<Row> rows) {

  private static final String CAVEAT =
      "Deals and revenue are associations under the named attribution, not effects.";

  static PerformanceJson of(PerformanceQuery query, List<PerformanceRow> rows) {
    return new PerformanceJson(
        query.window().from(),
        query.window().to(),
        query.by().id(),
        query.attribution().id(),
        query.windowDays(),
        query.halfLifeDays(),
        CAVEAT,
        rows.stream().map(Row::of).toList());
  }

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Row(
      String key,
      String label,
      long impressions,
      long opens,
      long downloads,
      long copiedLinks,
      long shares,
      long buyerViews,
      long dismissals,
      long uses,
      long users,
      Rate useRate,
      Rate helpful,
      Deals deals,
      Rate winRate,
      List<Amount> influencedRevenue) {
    static Row of(PerformanceRow row) {
      var deals = row.deals();
      return new Row(
          row.key(),
          row.label(),
          row.impressions(),
          row.opens(),
          row.downloads(),
          row.copiedLinks(),
          row.shares(),
          row.buyerViews(),
          row.dismissals(),
          row.uses(),
          row.users(),
          Rate.of(row.useRate()),
          Rate.of(row.helpful()),
          new Deals(deals.touched(), deals.won(), deals.lost(), deals.open()),
          Rate.of(deals.winRate()),
          row.influenced().stream().map(Amount::of).toList());
    }
  }

  /**
   * @param rate null when the denominator is 0
   */
  record Rate(long numerator, long denominator, @Nullable Double rate, Interval interval) {
    static Rate of(Proportion proportion) {
      return new Rate(
          proportion.successes(),
          proportion.trials(),
          proportion.trials() == 0 ? null : proportion.rate(),
          proportion.wilson95());
    }
  }

  record Deals(long touched, long won, long lost, long open) {}

  record Amount(String currency, BigDecimal amount) {
    static Amount of(Money money) {
      return new Amount(money.currency().getCurrencyCode(), money.amount());
    }
  }
}
