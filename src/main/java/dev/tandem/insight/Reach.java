package dev.tandem.insight;

import dev.tandem.deals.Outcome;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who used what on which deals, as numbers, to be counted as often as a page wants rows. */
record Reach(List<Line> lines) {

  /** Numbers of the reps that used an asset at a stage, and of the deals it was for. */
  record Line(String asset, @Nullable String stage, int[] reps, int[] deals) {}

  /** How many different reps used what belongs to each row. */
  Map<String, Long> users(RowGroups groups) {
    var sets = new HashMap<String, BitSet>();
    for (var line : lines)
      for (var key : groups.of(line.asset(), line.stage()))
        add(sets.computeIfAbsent(key, unknown -> new BitSet()), line.reps());
    var counts = new HashMap<String, Long>();
    sets.forEach((key, set) -> counts.put(key, (long) set.cardinality()));
    return counts;
  }

  /**
   * On how many deals what belongs to each row was used, by how these stand.
   *
   * @param outcomes by number of the deal; others are not counted
   */
  Map<String, PerformanceRow.DealCounts> deals(RowGroups groups, Map<Outcome, BitSet> outcomes) {
    var sets = new HashMap<String, BitSet>();
    for (var line : lines)
      for (var key : groups.of(line.asset(), line.stage()))
        add(sets.computeIfAbsent(key, unknown -> new BitSet()), line.deals());
    var counts = new HashMap<String, PerformanceRow.DealCounts>();
    sets.forEach(
        (key, set) ->
            counts.put(
                key,
                new PerformanceRow.DealCounts(
                    both(set, outcomes.get(Outcome.WON)),
                    both(set, outcomes.get(Outcome.LOST)),
                    both(set, outcomes.get(Outcome.OPEN)))));
    return counts;
  }

  long users() {
    var all = new BitSet();
    for (var line : lines) add(all, line.reps());
    return all.cardinality();
  }

  /** How many of these deals anything was used on. */
  long dealsAmong(BitSet wanted) {
    var all = new BitSet();
    for (var line : lines) add(all, line.deals());
    return both(all, wanted);
  }

  private static void add(BitSet set, int[] numbers) {
    for (int number : numbers) set.set(number);
  }

  private static long both(BitSet one, @Nullable BitSet other) {
    if (other == null) return 0;
    var both = (BitSet) one.clone();
    both.and(other);
    return both.cardinality();
  }
}
