package dev.tandem.insight;

import dev.tandem.deals.Opportunity;
import dev.tandem.deals.Outcome;
import dev.tandem.insight.statistics.Comparison;
import dev.tandem.insight.statistics.DecidedDeals;
import dev.tandem.insight.statistics.DecidedDeals.Deal;
import dev.tandem.insight.statistics.FirstUses;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Compares the win rates of deals with and without each asset, among deals alike. */
@Component
class WinRates {
  private static final double SECONDS_A_DAY = 86_400;

  private final DealPaths paths;

  WinRates(DealPaths paths) {
    this.paths = paths;
  }

  /** Over the deals that closed on the days; by asset, those used on none of them left out. */
  Map<String, Comparison> compare(KnownDeals.Deals known, Days days) {
    var decided =
        known.byId().values().stream()
            .filter(deal -> deal.outcome() != Outcome.OPEN)
            .filter(deal -> deal.closedOn() != null && days.contains(deal.closedOn()))
            .toList();
    if (decided.isEmpty()) return Map.of();
    var numbers = new HashMap<String, Integer>();
    var opened = new Instant[decided.size()];
    for (int i = 0; i < opened.length; i++) {
      numbers.put(decided.get(i).id().value(), i);
      opened[i] = opened(decided.get(i), known.stages());
    }
    var sizes = new SizeClasses(decided);
    var compared =
        new DecidedDeals(
            IntStream.range(0, opened.length)
                .mapToObj(i -> described(decided.get(i), known.stages(), opened[i], sizes))
                .toList());
    var used = paths.used(numbers.keySet());
    var uses = new FirstUses[used.names().end()];
    for (var path : used.paths()) {
      int deal = Objects.requireNonNull(numbers.get(path.deal()));
      long start = DealPaths.micros(opened[deal]);
      for (int i = 0; i < path.assets().length; i++) {
        int asset = path.assets()[i];
        if (uses[asset] == null) uses[asset] = new FirstUses();
        long seconds = Math.floorDiv(path.firstMicros()[i] - start, 1_000_000);
        uses[asset].add(deal, Math.max(0, seconds / SECONDS_A_DAY));
      }
    }
    var byAsset = new HashMap<String, FirstUses>();
    for (int asset = 0; asset < uses.length; asset++)
      if (uses[asset] != null) byAsset.put(used.names().name(asset), uses[asset]);
    return compared.compare(byAsset);
  }

  private static Deal described(
      Opportunity deal, StagesOverTime stages, Instant start, SizeClasses sizes) {
    var id = deal.id().value();
    var closedOn = deal.closedOn();
    if (closedOn == null) throw new IllegalArgumentException("open: " + id);
    var furthest = stages.furthest(id);
    return new Deal(
        id,
        deal.outcome() == Outcome.WON,
        Math.max(0, days(start, Days.start(closedOn.plusDays(1)))),
        furthest == null ? "unknown" : furthest.id(),
        sizes.of(deal),
        deal.industry() == null ? "unknown" : deal.industry().key());
  }

  /** The day it was created, else the first moment known of it, else the day it closed. */
  private static Instant opened(Opportunity deal, StagesOverTime stages) {
    if (deal.createdOn() != null) return Days.start(deal.createdOn());
    return Optional.ofNullable(stages.histories().get(deal.id()))
        .filter(history -> !history.isEmpty())
        .map(history -> history.getFirst().enteredOn())
        .orElseGet(() -> Days.start(Objects.requireNonNull(deal.closedOn())));
  }

  private static double days(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds() / SECONDS_A_DAY;
  }

  /** Thirds of the deals by amount, each currency for itself; else the company's size. */
  private static final class SizeClasses {
    private final Map<String, double[]> bounds = new HashMap<>();

    SizeClasses(List<Opportunity> deals) {
      var amounts = new HashMap<String, java.util.ArrayList<Double>>();
      for (var deal : deals)
        if (deal.amount() != null)
          amounts
              .computeIfAbsent(
                  deal.amount().currency().getCurrencyCode(), code -> new java.util.ArrayList<>())
              .add(deal.amount().amount().doubleValue());
      amounts.forEach(
          (code, values) -> {
            values.sort(null);
            int n = values.size();
            bounds.put(code, new double[] {values.get(n / 3), values.get(2 * n / 3)});
          });
    }

    String of(Opportunity deal) {
      var amount = deal.amount();
      var bound = amount == null ? null : bounds.get(amount.currency().getCurrencyCode());
      if (amount == null || bound == null)
        return deal.companySize() == null ? "unknown" : deal.companySize();
      double value = amount.amount().doubleValue();
      int third = value < bound[0] ? 1 : value < bound[1] ? 2 : 3;
      return amount.currency().getCurrencyCode() + " third " + third;
    }
  }
}
