package dev.tandem.insight;

import dev.tandem.deals.Opportunity;
import dev.tandem.deals.Outcome;
import dev.tandem.insight.DealPaths.Touch;
import dev.tandem.shared.Money;
import dev.tandem.taxonomy.JourneyStage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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

  private final DealPaths paths;

  InfluencedRevenue(DealPaths paths) {
    this.paths = paths;
  }

  /** How credit is shared out. */
  record Rule(Attribution model, int windowDays, double halfLifeDays) {
    static Rule of(PerformanceQuery query) {
      return new Rule(query.attribution(), query.windowDays(), query.halfLifeDays());
    }
  }

  /** A deal with the touches that count, oldest first, maybe none. */
  record WonDeal(
      String id, Money amount, Instant close, @Nullable Instant decision, List<Touch> touches) {

    List<Credit> credits(Rule rule) {
      if (touches.isEmpty()) return List.of();
      var path = new Attribution.Path(touches.stream().map(Touch::at).toList(), close, decision);
      var parts = Cents.split(amount, rule.model().shares(path, rule.halfLifeDays()));
      var credits = new ArrayList<Credit>();
      for (int i = 0; i < parts.size(); i++) {
        var touch = touches.get(i);
        if (parts.get(i).amount().signum() != 0)
          credits.add(new Credit(touch.deal(), touch.asset(), touch.stage(), parts.get(i)));
      }
      return credits;
    }
  }

  /** The credits of all deals won on the days. */
  List<Credit> credits(KnownDeals.Deals deals, Days days, Rule rule) {
    return won(deals, days, rule.windowDays()).stream()
        .flatMap(deal -> deal.credits(rule).stream())
        .toList();
  }

  /** Deals with an amount that were won on the days. */
  List<WonDeal> won(KnownDeals.Deals deals, Days days, int windowDays) {
    var won =
        deals.byId().values().stream()
            .filter(deal -> deal.outcome() == Outcome.WON)
            .filter(deal -> deal.closedOn() != null && days.contains(deal.closedOn()))
            .toList();
    return touched(deals, won, windowDays, deal -> Days.start(closedOn(deal).plusDays(1)));
  }

  /** The credits of open deals, as if they closed now. */
  List<Credit> pipeline(KnownDeals.Deals deals, Instant now, Rule rule) {
    var open =
        deals.byId().values().stream().filter(deal -> deal.outcome() == Outcome.OPEN).toList();
    return touched(deals, open, rule.windowDays(), deal -> now).stream()
        .flatMap(deal -> deal.credits(rule).stream())
        .toList();
  }

  private static LocalDate closedOn(Opportunity deal) {
    return Objects.requireNonNull(deal.closedOn());
  }

  /**
   * @param windowDays how long before the close a touch still counts
   */
  private List<WonDeal> touched(
      KnownDeals.Deals known,
      List<Opportunity> deals,
      int windowDays,
      Function<Opportunity, Instant> closeOf) {
    var touches =
        paths
            .touches(
                deals.stream().map(deal -> deal.id().value()).toList(),
                deals.stream()
                    .map(closeOf)
                    .min(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH)
                    .minus(Duration.ofDays(windowDays)))
            .stream()
            .collect(Collectors.groupingBy(Touch::deal));
    var all = new ArrayList<WonDeal>();
    for (var deal : deals) {
      var amount = deal.amount();
      if (amount == null) continue;
      var id = deal.id().value();
      var close = closeOf.apply(deal);
      var from = close.minus(Duration.ofDays(windowDays));
      all.add(
          new WonDeal(
              id,
              amount,
              close,
              known.stages().reached(id, JourneyStage.DECISION),
              touches.getOrDefault(id, List.of()).stream()
                  .filter(touch -> !touch.at().isAfter(close) && touch.at().isAfter(from))
                  .toList()));
    }
    return all;
  }
}
