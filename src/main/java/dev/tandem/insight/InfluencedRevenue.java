package dev.tandem.insight;

import dev.tandem.deals.Opportunity;
import dev.tandem.deals.Outcome;
import dev.tandem.insight.PerformanceTables.Touch;
import dev.tandem.shared.Money;
import dev.tandem.shared.TimeWindow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shares out the amounts of won deals among what was sent on them. The credits of one deal sum to
 * its amount; a deal without a touch in its window gives no credit at all.
 */
@Component
class InfluencedRevenue {

  /** A part of a won deal's amount. */
  record Credit(String deal, String asset, @Nullable String stage, Money amount) {}

  private final PerformanceTables tables;

  InfluencedRevenue(PerformanceTables tables) {
    this.tables = tables;
  }

  /**
   * The credits of all deals won in the window.
   *
   * @param deals all there are
   * @param windowDays how long before the close a touch still counts
   */
  List<Credit> credits(
      Collection<Opportunity> deals, TimeWindow window, Attribution model, int windowDays) {
    var won = wonIn(deals, window);
    var touches =
        tables.touches(won.stream().map(deal -> deal.id().value()).toList()).stream()
            .collect(Collectors.groupingBy(Touch::deal));
    var credits = new ArrayList<Credit>();
    for (var deal : won) {
      var amount = deal.amount();
      var closedOn = deal.closedOn();
      if (amount == null || closedOn == null) continue;
      var close = endOf(closedOn);
      var counted =
          touches.getOrDefault(deal.id().value(), List.of()).stream()
              .filter(touch -> !touch.at().isAfter(close))
              .filter(touch -> touch.at().isAfter(close.minus(Duration.ofDays(windowDays))))
              .toList();
      if (!counted.isEmpty()) credits.addAll(credits(amount, counted, model, close));
    }
    return credits;
  }

  private static List<Credit> credits(
      Money amount, List<Touch> touches, Attribution model, Instant close) {
    var shares = model.shares(touches.stream().map(Touch::at).toList(), close);
    var credits = new ArrayList<Credit>();
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] == 0) continue;
      var touch = touches.get(i);
      var part = amount.amount().multiply(BigDecimal.valueOf(shares[i]), MathContext.DECIMAL64);
      credits.add(
          new Credit(
              touch.deal(), touch.asset(), touch.stage(), new Money(part, amount.currency())));
    }
    return credits;
  }

  private static List<Opportunity> wonIn(Collection<Opportunity> deals, TimeWindow window) {
    return deals.stream()
        .filter(deal -> deal.outcome() == Outcome.WON)
        .filter(deal -> deal.closedOn() != null && window.contains(noonOf(deal.closedOn())))
        .toList();
  }

  private static Instant noonOf(LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(ZoneId.systemDefault()).toInstant();
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant();
  }
}
