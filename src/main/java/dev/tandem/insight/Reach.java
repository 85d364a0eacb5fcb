package dev.tandem.insight;

import dev.tandem.deals.Outcome;
import dev.tandem.insight.NameNumbers.Known;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who used what on which deals, as numbers, to be counted as often as a page wants rows.
 *
 * @param packed days and months; see {@link PackedReach}
 */
record Reach(List<int[]> packed, Known names) {

  /** How many different reps used what belongs to each row. */
  Map<String, Long> users(RowGroups groups) {
    var counts = new HashMap<String, Long>();
    sets(groups, true).forEach((key, set) -> counts.put(key, (long) set.cardinality()));
    return counts;
  }

  /**
   * On how many deals what belongs to each row was used, by how these stand.
   *
   * @param outcomes by number of the deal; others are not counted
   */
  Map<String, PerformanceRow.DealCounts> deals(RowGroups groups, Map<Outcome, BitSet> outcomes) {
    var counts = new HashMap<String, PerformanceRow.DealCounts>();
    sets(groups, false)
        .forEach(
            (key, set) ->
                counts.put(
                    key,
                    new PerformanceRow.DealCounts(
                        both(set, outcomes.get(Outcome.WON)),
                        both(set, outcomes.get(Outcome.LOST)),
                        both(set, outcomes.get(Outcome.OPEN)))));
    return counts;
  }

  /** The numbers of the reps, or else of the deals, of each row. */
  private Map<String, BitSet> sets(RowGroups groups, boolean reps) {
    var byKey = new HashMap<String, long[]>(); // a bit a number: BitSet adds millions more slowly
    var bySource = new HashMap<Integer, List<long[]>>(); // by asset and stage
    int words = (names.end() + Long.SIZE - 1) / Long.SIZE;
    for (var numbers : packed)
      PackedReach.tell(
          numbers,
          (asset, stage, all, first, middle, end) -> {
            var sets =
                bySource.computeIfAbsent(
                    asset * PackedCounts.STAGES + stage,
                    source -> {
                      var found = new ArrayList<long[]>();
                      for (var key : groups.of(names.name(asset), PackedCounts.stage(stage)))
                        found.add(byKey.computeIfAbsent(key, unknown -> new long[words]));
                      return found;
                    });
            for (var set : sets)
              for (int i = reps ? first : middle, to = reps ? middle : end; i < to; i++)
                set[all[i] / Long.SIZE] |= 1L << all[i]; // a shift takes the rest of 64 only
          });
    var sets = new HashMap<String, BitSet>();
    byKey.forEach((key, bits) -> sets.put(key, BitSet.valueOf(bits)));
    return sets;
  }

  long users() {
    var all = new BitSet();
    for (var numbers : packed)
      PackedReach.tell(numbers, (asset, stage, n, reps, deals, end) -> add(all, n, reps, deals));
    return all.cardinality();
  }

  /** How many of these deals anything was used on. */
  long dealsAmong(BitSet wanted) {
    var all = new BitSet();
    for (var numbers : packed)
      PackedReach.tell(numbers, (asset, stage, n, reps, deals, end) -> add(all, n, deals, end));
    return both(all, wanted);
  }

  private static void add(BitSet set, int[] numbers, int from, int to) {
    for (int i = from; i < to; i++) set.set(numbers[i]);
  }

  private static long both(BitSet one, @Nullable BitSet other) {
    if (other == null) return 0;
    var both = (BitSet) one.clone();
    both.and(other);
    return both.cardinality();
  }
}
