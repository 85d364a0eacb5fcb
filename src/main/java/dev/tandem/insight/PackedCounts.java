package dev.tandem.insight;

import dev.tandem.insight.PerformanceTables.DayCounts;
import dev.tandem.taxonomy.JourneyStage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts of assets by stage, as the database keeps those of a day or month in one row. An entry has
 * 30 bytes: the number of the asset (4), one more than the ordinal of the stage or 0 where none is
 * known (2), and the counts (2 each). Entries of one asset and stage are added: so larger counts
 * are written.
 */
final class PackedCounts {
  private static final List<String> COLUMNS =
      List.of(
          "served",
          "impressions",
          "seen",
          "used",
          "opens",
          "downloads",
          "copies",
          "shares",
          "buyer_views",
          "helpful",
          "not_helpful",
          "dismissals");

  private static final int FIRST_USE = COLUMNS.indexOf("opens");
  private static final int LAST_USE = COLUMNS.indexOf("shares");
  private static final int ENTRY = Integer.BYTES + Short.BYTES * (1 + COLUMNS.size());
  static final int STAGES = JourneyStage.values().length + 1;

  /** SQL for the two bytes of a stage. */
  static final String STAGE =
      Arrays.stream(JourneyStage.values())
          .map(stage -> "'" + stage.id() + "'")
          .collect(
              Collectors.joining(", ", "coalesce(array_position(array[", "], stage), 0)::int2"));

  /** SQL for all counts, by a format of each one's name. */
  static String columns(String format) {
    return COLUMNS.stream().map(format::formatted).collect(Collectors.joining(", "));
  }

  /** SQL for the bytes of all counts, of the part with a number. */
  static String sql() {
    return COLUMNS.stream()
        .map("insight_short(%s, part)"::formatted)
        .collect(Collectors.joining(" || "));
  }

  /** The id of a stage by its number, or null where that is 0. */
  static @Nullable String stage(int number) {
    return number == 0 ? null : JourneyStage.values()[number - 1].id();
  }

  /** Hears how often an asset was used at some stage. */
  interface Uses {
    void of(int asset, int uses);
  }

  /** By asset and stage: in the order of their bytes. */
  private final TreeMap<Integer, long[]> sums = new TreeMap<>();

  /** The same sums by their keys; empty where there is none. */
  private long[][] found = {};

  void add(byte[] bytes) {
    var entries = ByteBuffer.wrap(bytes);
    while (entries.hasRemaining()) {
      var sum = sum(entries.getInt() * STAGES + entries.getShort());
      for (int i = 0; i < sum.length; i++) sum[i] += entries.getShort();
    }
  }

  private long[] sum(int key) {
    if (key >= found.length) {
      int before = found.length;
      found = Arrays.copyOf(found, Math.max(key + 1, before * 2));
      Arrays.fill(found, before, found.length, new long[0]);
    }
    if (found[key].length == 0) {
      found[key] = new long[COLUMNS.size()];
      sums.put(key, found[key]);
    }
    return found[key];
  }

  boolean isEmpty() {
    return sums.isEmpty();
  }

  byte[] bytes() {
    var entries = new ArrayList<byte[]>();
    sums.forEach(
        (key, sum) -> {
          long most = Arrays.stream(sum).max().orElse(0);
          for (long part = 0; part <= most / Short.MAX_VALUE; part++) {
            var entry = ByteBuffer.allocate(ENTRY).putInt(key / STAGES);
            entry.putShort((short) (key % STAGES));
            for (long count : sum) entry.putShort(PackedRanks.part(count, part));
            entries.add(entry.array());
          }
        });
    return PackedRanks.together(entries, ENTRY);
  }

  /** Tells all uses; several times of an asset with several stages. */
  static void uses(byte[] bytes, Uses hearing) {
    var entries = ByteBuffer.wrap(bytes);
    for (int at = 0; at < bytes.length; at += ENTRY) {
      int uses = 0;
      for (int i = FIRST_USE; i <= LAST_USE; i++)
        uses += entries.getShort(at + Integer.BYTES + Short.BYTES * (1 + i));
      if (uses > 0) hearing.of(entries.getInt(at), uses);
    }
  }

  List<DayCounts> counts(NameNumbers.Known names) {
    var counts = new ArrayList<DayCounts>(sums.size());
    sums.forEach(
        (key, n) -> {
          counts.add(
              new DayCounts(
                  names.name(key / STAGES),
                  stage(key % STAGES),
                  n[0],
                  n[1],
                  n[2],
                  n[3],
                  n[4],
                  n[5],
                  n[6],
                  n[7],
                  n[8],
                  n[9],
                  n[10],
                  n[11]));
        });
    return counts;
  }
}
