package dev.tandem.insight.statistics;

import dev.tandem.insight.statistics.Comparison.Alike;
import dev.tandem.insight.statistics.Comparison.Landmark;
import dev.tandem.insight.statistics.PartialPooling.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Deals that were won or lost, against which the use of assets is compared. Strata are as fine as
 * the number of deals allows (it is chosen by counts only, never by outcomes).
 */
public final class DecidedDeals {

  /**
   * @param days from its opening to its close, 0 or more; NaN where that is not known
   * @param stage the furthest stage reached
   * @param size of the company or the amount, as a class
   * @param segment such as the industry
   */
  public record Deal(
      String id, boolean won, double days, String stage, String size, String segment) {}

  /** A use this near to the close, in days, or in this share of the deal's life, is late. */
  static final double LATE_DAYS = 3;

  static final double LATE_SHARE = 0.1;

  private static final double CAUTION_SHARE = 0.25;
  private static final int CAUTION_DEALS = 3;
  private static final double UNLIKE = 0.1;
  private static final double REVERSED = 0.05;

  private final List<Deal> deals;
  private final List<Strata> finestFirst;
  private final Map<Strata, Strata.Counts> counts = new HashMap<>();
  private final double[] lengths;

  /** Numbers of the deals by the days they lived, most first; those of unknown ones at the end. */
  private final int[] longest;

  private final long wonAll;

  /**
   * @param deals each once; their places are the numbers by which {@link FirstUses} speak of them
   */
  public DecidedDeals(List<Deal> deals) {
    this.deals = List.copyOf(deals);
    finestFirst =
        List.of(
            Strata.of(
                "stage reached, size, segment", this.deals, Deal::stage, Deal::size, Deal::segment),
            Strata.of("stage reached, size", this.deals, Deal::stage, Deal::size),
            Strata.of("stage reached", this.deals, Deal::stage));
    longest =
        IntStream.range(0, deals.size())
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    (Integer deal) -> {
                      double days = this.deals.get(deal).days();
                      return Double.isNaN(days) ? Double.POSITIVE_INFINITY : -days;
                    }))
            .mapToInt(Integer::intValue)
            .toArray();
    for (var strata : finestFirst) counts.put(strata, strata.count(longest));
    wonAll = deals.stream().filter(Deal::won).count();
    lengths = deals.stream().mapToDouble(Deal::days).filter(d -> d >= 0).sorted().toArray();
  }

  /**
   * Compares each asset by itself, then all of them with each other.
   *
   * @param firstUses by asset; uses after the close of a deal are none
   */
  public Map<String, Comparison> compare(Map<String, FirstUses> firstUses) {
    var single = new LinkedHashMap<String, Comparison>();
    firstUses.forEach((asset, uses) -> single.put(asset, compareOne(uses.inTime(deals))));
    var names = new ArrayList<String>();
    var among = new ArrayList<Alike>();
    single.forEach(
        (asset, comparison) -> {
          if (comparison.among() == null) return;
          names.add(asset);
          among.add(comparison.among());
        });
    var kept =
        FalseDiscoveries.kept(
            among.stream().mapToDouble(Alike::p).toArray(), Comparison.FALSE_DISCOVERY_RATE);
    var pulled =
        PartialPooling.pull(
            among.stream()
                .map(
                    a ->
                        new Estimate(
                            a.difference(), (a.interval().high() - a.interval().low()) / 3.92))
                .toList());
    for (int i = 0; i < names.size(); i++) {
      var alike = among.get(i);
      var drawn = pulled.get(i);
      boolean standsOut = kept[i];
      single.computeIfPresent(
          names.get(i),
          (asset, one) ->
              new Comparison(
                  one.all(),
                  new Alike(
                      alike.strata(),
                      alike.with(),
                      alike.without(),
                      alike.difference(),
                      alike.interval(),
                      alike.p(),
                      drawn.value(),
                      drawn.interval(),
                      standsOut,
                      alike.landmark()),
                  one.cautions()));
    }
    return single;
  }

  private Comparison compareOne(FirstUses with) {
    var all = totals(with, wonAll, deals.size());
    for (var strata : finestFirst) {
      var found = MantelHaenszel.of(strata.split(with.deals(), countsOf(strata)));
      if (found.with() < Comparison.FEWEST_DEALS || found.without() < Comparison.FEWEST_DEALS)
        continue;
      var cautions = EnumSet.noneOf(Caution.class);
      if (manyLate(with)) cautions.add(Caution.DECIDED_BEFORE_USE);
      var landmark = landmark(with, strata);
      if (landmark != null) cautions.add(Caution.ONLY_LONG_DEALS);
      double shift = Math.abs(all.difference() - found.difference());
      if (all.difference() * found.difference() < 0 && shift >= REVERSED)
        cautions.add(Caution.REVERSED);
      else if (shift >= UNLIKE) cautions.add(Caution.UNLIKE_DEALS);
      return new Comparison(all, alike(strata.name(), found, landmark), cautions);
    }
    return new Comparison(all, null, EnumSet.noneOf(Caution.class));
  }

  private Strata.Counts countsOf(Strata strata) {
    return Objects.requireNonNull(counts.get(strata));
  }

  private static Alike alike(String strata, MantelHaenszel found, @Nullable Landmark landmark) {
    return new Alike(
        strata,
        found.with(),
        found.without(),
        found.difference(),
        found.interval(),
        found.p(),
        found.difference(),
        found.interval(),
        false,
        landmark);
  }

  private TwoGroups totals(FirstUses with, long wonOfAll, long all) {
    long won = Arrays.stream(with.deals()).filter(deal -> deals.get(deal).won()).count();
    return TwoGroups.of(won, with.size(), wonOfAll - won, all - with.size());
  }

  private boolean manyLate(FirstUses with) {
    int late = 0;
    for (int i = 0; i < with.size(); i++)
      if (late(with.day(i), deals.get(with.deal(i)).days())) late++;
    return late >= CAUTION_DEALS && late >= CAUTION_SHARE * with.size();
  }

  private static boolean late(double day, double length) {
    return length - day <= Math.max(LATE_DAYS, LATE_SHARE * length);
  }

  /**
   * Where a good part of the deals without the asset was over before its usual first use: the same
   * comparison from that day on, as J. R. Anderson, K. C. Cain and R. D. Gelber (1983), "Analysis
   * of survival by tumor response", propose.
   */
  private @Nullable Landmark landmark(FirstUses with, Strata strata) {
    var days = with.sortedDays();
    if (days.length == 0) return null;
    double usual = days[days.length / 2];
    long withAndOver =
        Arrays.stream(with.deals()).filter(deal -> deals.get(deal).days() < usual).count();
    long over = below(lengths, usual) - withAndOver;
    long without = deals.size() - (long) with.size();
    if (over < CAUTION_DEALS || over < CAUTION_SHARE * without) return null;
    var inTime = with.where((deal, day) -> day <= usual && deals.get(deal).days() >= usual);
    var alive = strata.count(Arrays.copyOf(longest, livedFor(usual)));
    var found = MantelHaenszel.of(strata.split(inTime.deals(), alive));
    return new Landmark(
        usual,
        totals(inTime, Arrays.stream(alive.won()).sum(), Arrays.stream(alive.decided()).sum()),
        found.difference(),
        found.interval());
  }

  /** How many deals are known to have lived so long. */
  private int livedFor(double days) {
    return (int) (lengths.length - below(lengths, days));
  }

  private static long below(double[] sorted, double value) {
    int place = Arrays.binarySearch(sorted, value);
    if (place < 0) return -place - 1;
    while (place > 0 && sorted[place - 1] == value) place--;
    return place;
  }
}
