package dev.tandem.insight.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.tandem.insight.AssetReport;
import dev.tandem.insight.ContentPerformance;
import dev.tandem.insight.upkeep.LibraryUpkeep;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks for the usual reports once the program has started, and forgets the answers. Whoever asks
 * first would wait else until the library is read, code is compiled and the database has its pages
 * in memory: most of it is spent by the first two calls, whatever they are about.
 */
@Component
@ConditionalOnWebApplication
class FirstReports {
  private static final Logger LOG = LoggerFactory.getLogger(FirstReports.class);
  private static final int ROUNDS = 3;

  private final ContentPerformance performance;
  private final AssetReport assets;
  private final LibraryUpkeep upkeep;
  private final Clock clock;

  FirstReports(
      ContentPerformance performance, AssetReport assets, LibraryUpkeep upkeep, Clock clock) {
    this.performance = performance;
    this.assets = assets;
    this.upkeep = upkeep;
    this.clock = clock;
  }

  /** Once what reps need is read, and on one processor, so that who comes now does not wait. */
  @Scheduled(initialDelay = 30, timeUnit = TimeUnit.SECONDS)
  void askInBackground() {
    Thread.ofPlatform().daemon().name("first-reports").start(this::ask);
  }

  private void ask() {
    long began = System.nanoTime();
    try {
      for (int round = 0; round < ROUNDS; round++) {
        var query = PerformanceState.read(QueryParameters.empty(), LocalDate.now(clock)).query();
        var _ = performance.page(query);
        var _ = upkeep.toReview();
        var _ = assets.assets(query);
      }
      LOG.debug("The first reports took {} ms", (System.nanoTime() - began) / 1_000_000);
    } catch (RuntimeException failed) {
      // nobody asked; whoever does is told what is wrong
      LOG.debug("The first reports failed", failed);
    }
  }
}
