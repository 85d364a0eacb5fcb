package dev.tandem.insight;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.TreeMap;

/**
 * Who used assets, and on which deals, as the database keeps that of a day or month in one row. All
 * numbers have 4 bytes. An entry is the number of the asset, one more than the ordinal of the stage
 * or 0 where none is known, how many reps and how many deals follow, and their numbers.
 */
final class PackedReach {
  private static final int HEAD = 4;

  /** SQL for the bytes of all uses of each day between two. */
  static final String OF_DAYS =
      """
      select day, string_agg(int4send(asset) || int4send(stage) || int4send(length(reps) / 4)
        || int4send(length(deals) / 4) || reps || deals, ''::bytea order by asset, stage) as reach
      from (
        select p.day, a.number as asset, %s as stage,
          coalesce(string_agg(distinct int4send(r.number), ''::bytea
            order by int4send(r.number)), '') as reps,
          coalesce(string_agg(distinct int4send(d.number), ''::bytea
            order by int4send(d.number)), '') as deals
        from insight_pair p join insight_number a on a.name = p.asset
          left join insight_number r on r.name = p.rep
          left join insight_number d on d.name = p.deal
        where p.day between :first and :last group by 1, 2, 3) used
      group by day
      """
          .formatted(PackedCounts.STAGE);

  /** Hears of an asset at a stage; the numbers of the reps come before those of the deals. */
  interface Hearing {
    /**
     * @param numbers from {@code reps} to {@code deals}, and from there to {@code end}
     */
    void of(int asset, int stage, int[] numbers, int reps, int deals, int end);
  }

  private record Both(BitSet reps, BitSet deals) {}

  private final TreeMap<Integer, Both> sets = new TreeMap<>();

  static int[] numbers(byte[] bytes) {
    var numbers = new int[bytes.length / Integer.BYTES];
    ByteBuffer.wrap(bytes).asIntBuffer().get(numbers);
    return numbers;
  }

  static void tell(int[] numbers, Hearing hearing) {
    for (int at = 0; at < numbers.length; ) {
      int reps = at + HEAD;
      int deals = reps + numbers[at + 2];
      int end = deals + numbers[at + 3];
      hearing.of(numbers[at], numbers[at + 1], numbers, reps, deals, end);
      at = end;
    }
  }

  void add(byte[] bytes) {
    tell(
        numbers(bytes),
        (asset, stage, numbers, reps, deals, end) -> {
          var both =
              sets.computeIfAbsent(
                  asset * PackedCounts.STAGES + stage, key -> new Both(new BitSet(), new BitSet()));
          for (int i = reps; i < deals; i++) both.reps.set(numbers[i]);
          for (int i = deals; i < end; i++) both.deals.set(numbers[i]);
        });
  }

  byte[] bytes() {
    int size =
        sets.values().stream()
            .mapToInt(both -> HEAD + both.reps.cardinality() + both.deals.cardinality())
            .sum();
    var bytes = ByteBuffer.allocate(size * Integer.BYTES);
    sets.forEach(
        (key, both) -> {
          bytes.putInt(key / PackedCounts.STAGES).putInt(key % PackedCounts.STAGES);
          bytes.putInt(both.reps.cardinality()).putInt(both.deals.cardinality());
          both.reps.stream().forEach(bytes::putInt);
          both.deals.stream().forEach(bytes::putInt);
        });
    return bytes.array();
  }
}
