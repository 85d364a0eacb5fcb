package dev.tandem.insight.statistics;

import dev.tandem.insight.statistics.Comparison.Alike;
import dev.tandem.insight.statistics.Comparison.Landmark;
import dev.tandem.insight.statistics.PartialPooling.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  private final Map<String, Deal> deals = new LinkedHashMap<>();
  private final List<Strata> finestFirst;
  private final double[] lengths;
  private final long wonAll;

  public DecidedDeals(List<Deal> deals) {
    deals.forEach(deal -> this.deals.put(deal.id(), deal));
    var all = this.deals.values();
    finestFirst =
        List.of(
            Strata.of("stage reached, size, segment", all, Deal::stage, Deal::size, Deal::segment),
            Strata.of("stage reached, size", all, Deal::stage, Deal::size),
            Strata.of("stage reached", all, Deal::stage));
    wonAll = all.stream().filter(Deal::won).count();
    lengths = all.stream().mapToDouble(Deal::days).filter(d -> d >= 0).sorted().toArray();
  }

  /**
   * Compares each asset by itself, then all of them with each other.
   *
   * @param firstUses by asset: by deal, the days from its opening to the first use of the asset;
   *     deals that are not decided are ignored, uses after the close are none
   */
  public Map<String, Comparison> compare(Map<String, Map<String, Double>> firstUses) {
    var single = new LinkedHashMap<String, Comparison>();
    firstUses.forEach((asset, uses) -> single.put(asset, compareOne(uses)));
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

  private Comparison compareOne(Map<String, Double> uses) {
    var with = new HashMap<String, Double>();
    uses.forEach(
        (id, day) -> {
          var deal = deals.get(id);
          if (deal != null && !(day > deal.days())) with.put(id, day);
        });
    var all = totals(with);
    for (var strata : finestFirst) {
      var found = MantelHaenszel.of(strata.split(with.keySet(), deals));
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

  private TwoGroups totals(Map<String, Double> with) {
    long won = with.keySet().stream().filter(id -> won(id)).count();
    return TwoGroups.of(won, with.size(), wonAll - won, deals.size() - with.size());
  }

  private boolean won(String id) {
    var deal = deals.get(id);
    return deal != null && deal.won();
  }

  private double days(String id) {
    var deal = deals.get(id);
    return deal == null ? Double.NaN : deal.days();
  }

  private boolean manyLate(Map<String, Double> with) {
    long late =
        with.entrySet().stream().filter(use -> late(use.getValue(), days(use.getKey()))).count();
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
  private @Nullable Landmark landmark(Map<String, Double> with, Strata strata) {
    var days = with.values().stream().mapToDouble(d -> d).filter(d -> d >= 0).sorted().toArray();
    if (days.length == 0) return null;
    double usual = days[days.length / 2];
    long withAndOver = with.keySet().stream().filter(id -> days(id) < usual).count();
    long over = below(lengths, usual) - withAndOver;
    long without = deals.size() - (long) with.size();
    if (over < CAUTION_DEALS || over < CAUTION_SHARE * without) return null;
    var inTime = new HashMap<String, Double>(with);
    inTime.values().removeIf(day -> !(day <= usual));
    inTime.keySet().removeIf(id -> !(days(id) >= usual));
    var alive = new LinkedHashMap<>(deals);
    alive.values().removeIf(deal -> !(deal.days() >= usual));
    var found = MantelHaenszel.of(strata.split(inTime.keySet(), alive));
    long won = inTime.keySet().stream().filter(this::won).count();
    long wonAlive = alive.values().stream().filter(Deal::won).count();
    return new Landmark(
        usual,
        TwoGroups.of(won, inTime.size(), wonAlive - won, alive.size() - (long) inTime.size()),
        found.difference(),
        found.interval());
  }

  private static long below(double[] sorted, double value) {
    int place = Arrays.binarySearch(sorted, value);
    if (place < 0) return -place - 1;
    while (place > 0 && sorted[place - 1] == value) place--;
    return place;
  }
}
