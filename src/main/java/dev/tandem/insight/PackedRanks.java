package dev.tandem.insight;

import dev.tandem.insight.PerformanceTables.Position;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * How often assets were seen at a position, and used from there, as the database keeps that of a
 * day or month in one row. An entry has 10 bytes: the number of the asset (4), the position, seen
 * and used (2 each). Entries of one asset and position are added.
 */
final class PackedRanks {
  /** 20 stands for all positions from there on. */
  private static final int POSITIONS = 21;

  private static final int ENTRY = Integer.BYTES + 3 * Short.BYTES;

  private final TreeMap<Integer, long[]> sums = new TreeMap<>();
  private long[][] found = {};

  void add(byte[] bytes) {
    var entries = ByteBuffer.wrap(bytes);
    while (entries.hasRemaining()) {
      var sum = sum(entries.getInt() * POSITIONS + entries.getShort());
      sum[0] += entries.getShort();
      sum[1] += entries.getShort();
    }
  }

  private long[] sum(int key) {
    if (key >= found.length) {
      int before = found.length;
      found = Arrays.copyOf(found, Math.max(key + 1, before * 2));
      Arrays.fill(found, before, found.length, new long[0]);
    }
    if (found[key].length == 0) {
      found[key] = new long[2];
      sums.put(key, found[key]);
    }
    return found[key];
  }

  byte[] bytes() {
    var entries = new ArrayList<byte[]>();
    sums.forEach(
        (key, sum) -> {
          for (long part = 0; part <= sum[0] / Short.MAX_VALUE; part++)
            entries.add(
                ByteBuffer.allocate(ENTRY)
                    .putInt(key / POSITIONS)
                    .putShort((short) (key % POSITIONS))
                    .putShort(part(sum[0], part))
                    .putShort(part(sum[1], part))
                    .array());
        });
    return together(entries, ENTRY);
  }

  List<Position> positions(NameNumbers.Known names) {
    var positions = new ArrayList<Position>(sums.size());
    sums.forEach(
        (key, sum) ->
            positions.add(
                new Position(names.name(key / POSITIONS), key % POSITIONS, sum[0], sum[1])));
    return positions;
  }

  /** What of a number stands in the entry with this number; the same as insight_short in SQL. */
  static short part(long n, long part) {
    return (short) Math.clamp(n - Short.MAX_VALUE * part, 0, Short.MAX_VALUE);
  }

  static byte[] together(List<byte[]> entries, int size) {
    var bytes = ByteBuffer.allocate(entries.size() * size);
    entries.forEach(bytes::put);
    return bytes.array();
  }
}
