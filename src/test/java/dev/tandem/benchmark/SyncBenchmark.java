package dev.tandem.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tandem.database.TestServer;
import dev.tandem.deals.crm.hubspot.FaultySync;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.TreeMap;

/**
 * A first sync of many deals from a played HubSpot with injected faults: time, memory, and whether
 * anything was lost or doubled. {@code ./tandem bench sync [DEALS]}
 */
final class SyncBenchmark {
  private static final int STEP = 10_000;

  private SyncBenchmark() {}

  public static void main(String[] args) throws IOException {
    int deals = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
    var server = TestServer.running();
    var access = server.migratedDatabase(SyncBenchmark.class);
    var config = new HikariConfig();
    config.setJdbcUrl(access.url());
    config.setUsername(access.username());
    config.setPassword(access.password());
    config.setMaximumPoolSize(4);
    var home = Files.createTempDirectory("tandem-sync");
    try (var database = new HikariDataSource(config);
        var sync = new FaultySync(home, database, deals)) {
      System.out.printf(Locale.ROOT, "%,d deals; live heap before: %d MB%n", deals, liveHeap());
      long start = System.nanoTime();
      long[] next = {STEP};
      var result =
          sync.toTheEnd(
              done -> {
                if (done < next[0]) return;
                next[0] += STEP;
                System.out.printf(
                    Locale.ROOT,
                    "%,8d records after %3d s, live heap %d MB%n",
                    done,
                    seconds(start),
                    liveHeap());
              });
      System.out.printf(
          Locale.ROOT,
          "took %d s, %d runs, %,d requests, faults %s%n",
          seconds(start),
          result.runs(),
          sync.hubspot.requests.get(),
          new TreeMap<>(sync.faults));
      System.out.println(result.outcome());
      System.out.printf(
          "missing %d, doubled or foreign %d, different %d%n",
          result.missing(), result.surplus(), result.different());
    }
    System.exit(0);
  }

  private static long seconds(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toSeconds();
  }

  private static long liveHeap() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }
}
