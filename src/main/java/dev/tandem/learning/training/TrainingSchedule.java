package dev.tandem.learning.training;

import dev.tandem.feedback.FeedbackLog;
import dev.tandem.learning.ModelRegistry;
import dev.tandem.shared.PendingWork;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Trains in the server: once enough events are new and the log is quiet, and each night when
 * anything is. One thread of the lowest priority does it, so that requests go first.
 */
@Component
@Profile("!command")
class TrainingSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingSchedule.class);

  private static final Duration STOP = Duration.ofSeconds(10);

  private final Training training;
  private final ModelRegistry registry;
  private final FeedbackLog log;
  private final PendingWork indexing;
  private final LearningSettings settings;
  private final Clock clock;
  private final AtomicBoolean running = new AtomicBoolean();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform()
              .name("training")
              .daemon(true)
              .priority(Thread.MIN_PRIORITY)
              .factory());
  private volatile boolean stopping;
  private long trainedUpTo = -1;
  private long seenLast = -1;
  private @Nullable LocalDate lastNight;

  TrainingSchedule(
      Training training,
      ModelRegistry registry,
      FeedbackLog log,
      PendingWork indexing,
      LearningSettings settings,
      Clock clock) {
    this.training = training;
    this.registry = registry;
    this.log = log;
    this.indexing = indexing;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT20S")
  void look() {
    if (!settings.scheduled() || running.get()) return;
    if (trainedUpTo < 0)
      trainedUpTo =
          registry.history(1).stream().mapToLong(d -> d.logSequence()).findFirst().orElse(0);
    long latest = log.latestSequence();
    long previous = seenLast;
    seenLast = latest;
    if (!due(latest, previous)) return;
    running.set(true);
    trainedUpTo = latest;
    thread.execute(this::train);
  }

  /** An import that is still going on is waited for. */
  private boolean due(long latest, long previous) {
    long fresh = latest - trainedUpTo;
    if (fresh >= settings.afterEvents()) {
      boolean importing = previous < 0 || latest - previous >= settings.afterEvents() / 4;
      return !importing;
    }
    var today = LocalDate.now(clock);
    if (fresh == 0 || today.equals(lastNight)) return false;
    if (LocalTime.now(clock).getHour() != settings.nightlyHour()) return false;
    lastNight = today;
    return true;
  }

  private void train() {
    try {
      // features of slates without any are looked up in the index
      indexing.finish(done -> goOnUnlessStopping());
      var report = training.run(false, read -> goOnUnlessStopping());
      LOG.info("Training took {} ms: {}", report.took().toMillis(), report.reason());
    } catch (RuntimeException e) {
      if (stopping) LOG.info("Training ends, since Tandem stops");
      else LOG.warn("Training failed; the model in use stays, and the next one tries again", e);
    } finally {
      running.set(false);
    }
  }

  private void goOnUnlessStopping() {
    if (stopping) throw new IllegalStateException("Tandem stops");
  }

  /**
   * Waits a moment, and does not interrupt: that would close the engine's files under its hands.
   */
  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    thread.shutdown();
    if (!thread.awaitTermination(STOP.toSeconds(), TimeUnit.SECONDS))
      LOG.info("Training goes on until the program ends; nothing of it is kept");
  }
}
