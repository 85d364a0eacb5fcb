package dev.tandem.insight.statistics;

import dev.tandem.insight.statistics.DecidedDeals.Deal;
import java.util.Arrays;
import java.util.List;

/**
 * When an asset was first used on deals. There are millions of these, so they stand in arrays. A
 * deal is named by its place among the {@link DecidedDeals}, and stands here once at most.
 */
public final class FirstUses {
  private static final int FEW = 16;

  private int[] deals = new int[FEW];
  private double[] days = new double[FEW];
  private int size;

  /** Whether a use is taken. */
  interface Which {
    boolean is(int deal, double day);
  }

  /**
   * @param day since the opening of the deal; NaN where that is not known
   */
  public void add(int deal, double day) {
    if (size == deals.length) {
      deals = Arrays.copyOf(deals, size * 2);
      days = Arrays.copyOf(days, size * 2);
    }
    deals[size] = deal;
    days[size++] = day;
  }

  int size() {
    return size;
  }

  int deal(int place) {
    return deals[place];
  }

  double day(int place) {
    return days[place];
  }

  int[] deals() {
    return Arrays.copyOf(deals, size);
  }

  /** Those of the days that are known. */
  double[] sortedDays() {
    var known = new double[size];
    int n = 0;
    for (int i = 0; i < size; i++) if (days[i] >= 0) known[n++] = days[i];
    Arrays.sort(known, 0, n);
    return Arrays.copyOf(known, n);
  }

  FirstUses where(Which which) {
    var some = new FirstUses();
    for (int i = 0; i < size; i++) if (which.is(deals[i], days[i])) some.add(deals[i], days[i]);
    return some;
  }

  /** Those before the close of the deal. */
  FirstUses inTime(List<Deal> decided) {
    return where((deal, day) -> !(day > decided.get(deal).days()));
  }
}
