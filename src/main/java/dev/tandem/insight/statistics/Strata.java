package dev.tandem.insight.statistics;

import dev.tandem.insight.statistics.DecidedDeals.Deal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Deals put together by what they have in common. */
final class Strata {
  private final String name;
  private final Map<String, Integer> ofDeal = new HashMap<>();
  private final int count;
  private final long[] decided;
  private final long[] won;

  private Strata(String name, Collection<Deal> deals, List<Function<Deal, String>> traits) {
    this.name = name;
    var numbers = new HashMap<List<String>, Integer>();
    for (var deal : deals) {
      var key = traits.stream().map(trait -> trait.apply(deal)).toList();
      ofDeal.put(deal.id(), numbers.computeIfAbsent(key, unknown -> numbers.size()));
    }
    count = numbers.size();
    decided = new long[count];
    won = new long[count];
    for (var deal : deals) {
      int stratum = stratum(deal.id());
      decided[stratum]++;
      if (deal.won()) won[stratum]++;
    }
  }

  @SafeVarargs
  static Strata of(String name, Collection<Deal> deals, Function<Deal, String>... traits) {
    return new Strata(name, deals, List.of(traits));
  }

  String name() {
    return name;
  }

  /**
   * Each stratum in two groups.
   *
   * @param with the deals of the first group
   * @param deals all that are compared
   */
  List<TwoGroups> split(Collection<String> with, Map<String, Deal> deals) {
    var all = decided;
    var allWon = won;
    if (deals.size() < ofDeal.size()) {
      all = new long[count];
      allWon = new long[count];
      for (var deal : deals.values()) {
        all[stratum(deal.id())]++;
        if (deal.won()) allWon[stratum(deal.id())]++;
      }
    }
    var one = new long[count];
    var oneWon = new long[count];
    for (var id : with) {
      var deal = deals.get(id);
      if (deal == null) continue;
      one[stratum(id)]++;
      if (deal.won()) oneWon[stratum(id)]++;
    }
    var groups = new ArrayList<TwoGroups>(count);
    for (int i = 0; i < count; i++)
      groups.add(TwoGroups.of(oneWon[i], one[i], allWon[i] - oneWon[i], all[i] - one[i]));
    return groups;
  }

  private int stratum(String deal) {
    @Nullable Integer stratum = ofDeal.get(deal);
    if (stratum == null) throw new IllegalArgumentException("no such deal: " + deal);
    return stratum;
  }
}
