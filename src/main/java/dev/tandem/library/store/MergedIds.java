package dev.tandem.library.store;

import dev.tandem.library.AssetId;
import dev.tandem.library.AssetsChanged;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The merges that hold, in memory: whoever counts asks for each event. They are read anew when the
 * library changed, and after a few seconds, since another process may have merged.
 */
@Component
class MergedIds {
  private static final long FRESH_NANOS = 10_000_000_000L;

  private record Read(Map<AssetId, AssetId> merged, long change, long nanos) {}

  private final JdbcClient jdbc;
  private volatile long changes;
  private volatile Read read = new Read(Map.of(), -1, 0);

  MergedIds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener
  void on(AssetsChanged changed) {
    synchronized (this) {
      changes++;
    }
  }

  Map<AssetId, AssetId> all() {
    var known = read;
    if (known.change() == changes && System.nanoTime() - known.nanos() < FRESH_NANOS)
      return known.merged();
    long change = changes; // before reading: what changes meanwhile is read with the next question
    var now = new Read(inTheEnd(steps()), change, System.nanoTime());
    if (now.merged().equals(known.merged())) // the same map, so that others can tell by identity
    now = new Read(known.merged(), change, now.nanos());
    read = now;
    return now.merged();
  }

  private Map<AssetId, AssetId> steps() {
    var steps = new HashMap<AssetId, AssetId>();
    jdbc.sql("select copy, kept from asset_merge where ended_at is null")
        .query(
            row -> {
              steps.put(new AssetId(row.getString(1)), new AssetId(row.getString(2)));
            });
    return steps;
  }

  /** What was kept may itself have been merged later. */
  private static Map<AssetId, AssetId> inTheEnd(Map<AssetId, AssetId> steps) {
    var ends = new HashMap<AssetId, AssetId>();
    for (var copy : steps.keySet()) {
      var seen = new HashSet<AssetId>();
      var end = copy;
      while (seen.add(end) && steps.get(end) instanceof AssetId next) end = next;
      ends.put(copy, end);
    }
    return Map.copyOf(ends);
  }
}
