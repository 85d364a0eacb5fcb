package dev.tandem.insight.statistics;

import dev.tandem.insight.statistics.DecidedDeals.Deal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;

/** Deals put together by what they have in common. */
final class Strata {
  private final String name;
  private final int[] ofDeal;
  private final boolean[] won;
  private final int count;

  private Strata(String name, List<Deal> deals, List<Function<Deal, String>> traits) {
    this.name = name;
    ofDeal = new int[deals.size()];
    won = new boolean[deals.size()];
    var numbers = new HashMap<List<String>, Integer>();
    for (int i = 0; i < ofDeal.length; i++) {
      var deal = deals.get(i);
      won[i] = deal.won();
      var key = traits.stream().map(trait -> trait.apply(deal)).toList();
      ofDeal[i] = numbers.computeIfAbsent(key, unknown -> numbers.size());
    }
    count = numbers.size();
  }

  @SafeVarargs
  static Strata of(String name, List<Deal> deals, Function<Deal, String>... traits) {
    return new Strata(name, deals, List.of(traits));
  }

  String name() {
    return name;
  }

  /** How many of some deals each stratum has, and how many of these were won. */
  record Counts(long[] decided, long[] won) {}

  Counts count(int[] some) {
    var counts = new Counts(new long[count], new long[count]);
    for (int deal : some) {
      counts.decided[ofDeal[deal]]++;
      if (won[deal]) counts.won[ofDeal[deal]]++;
    }
    return counts;
  }

  /**
   * Each stratum in two groups.
   *
   * @param with the numbers of the deals of the first group
   * @param all of all deals that are compared, those of the first group among them
   */
  List<TwoGroups> split(int[] with, Counts all) {
    var one = count(with);
    var groups = new ArrayList<TwoGroups>(count);
    for (int i = 0; i < count; i++)
      groups.add(
          TwoGroups.of(
              one.won[i],
              one.decided[i],
              all.won[i] - one.won[i],
              all.decided[i] - one.decided[i]));
    return groups;
  }
}
