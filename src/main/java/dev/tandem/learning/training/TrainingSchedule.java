package dev.tandem.learning.training;

import dev.tandem.feedback.FeedbackLog;
import dev.tandem.learning.ModelRegistry;
import dev.tandem.shared.PendingWork;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Trains in the server: once enough events are new and the log is quiet, each night when anything
 * is, and when somebody asks for it. One thread of the lowest priority does it, so that requests go
 * first.
 */
@Component
@Profile("!command")
public class TrainingSchedule {
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
  private volatile long read;
  private volatile @Nullable Instant since;
  private volatile @Nullable TrainingReport last;
  private volatile long trainedUpTo = -1;
  private long seenLast = -1;
  private volatile @Nullable LocalDate lastNight;

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
    if (trainedUpTo < 0) trainedUpTo = newestDecision();
    long latest = log.latestSequence();
    long previous = seenLast;
    seenLast = latest;
    if (!due(latest, previous)) return;
    var _ = start(false, report -> {}, failure -> {});
  }

  /**
   * How training stands.
   *
   * @param read events of the log that the running one has read
   * @param since when the running one began, null when none runs
   * @param last what the last one since the program started came to, null before it
   * @param fresh events since the last training
   * @param afterEvents from so many on it trains at any time
   * @param nightly when it trains if anything is new; null where it does not by itself
   */
  public record Status(
      long read,
      @Nullable Instant since,
      @Nullable TrainingReport last,
      long fresh,
      long afterEvents,
      @Nullable Instant nightly) {
    public boolean running() {
      return since != null;
    }
  }

  public Status status() {
    long upTo = trainedUpTo < 0 ? newestDecision() : trainedUpTo;
    return new Status(
        read,
        since,
        last,
        Math.max(0, log.latestSequence() - upTo),
        settings.afterEvents(),
        settings.scheduled() ? nextNight() : null);
  }

  private Instant nextNight() {
    var now = ZonedDateTime.now(clock);
    var night = now.toLocalDate().atTime(settings.nightlyHour(), 0).atZone(now.getZone());
    boolean over = now.getHour() > settings.nightlyHour() || now.toLocalDate().equals(lastNight);
    return (over ? night.plusDays(1) : night).toInstant();
  }

  private long newestDecision() {
    return registry.history(1).stream().mapToLong(d -> d.logSequence()).findFirst().orElse(0);
  }

  /**
   * Trains in the background.
   *
   * @param done is told what it came to, or {@code failed} why it came to nothing
   * @return false when one is running already; nobody is told anything then
   */
  public boolean start(
      boolean dryRun, Consumer<TrainingReport> done, Consumer<RuntimeException> failed) {
    if (!running.compareAndSet(false, true)) return false;
    read = 0;
    since = clock.instant();
    if (!dryRun) trainedUpTo = log.latestSequence();
    thread.execute(() -> train(dryRun, done, failed));
    return true;
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

  private void train(
      boolean dryRun, Consumer<TrainingReport> done, Consumer<RuntimeException> failed) {
    try {
      indexing.catchUp(); // near texts are looked up in the index
      var report = training.run(dryRun, this::progress);
      LOG.info("Training took {} ms: {}", report.took().toMillis(), report.reason());
      last = report;
      done.accept(report);
    } catch (RuntimeException e) {
      if (stopping) LOG.info("Training ends, since Tandem stops");
      else LOG.warn("Training failed; the model in use stays, and the next one tries again", e);
      failed.accept(e);
    } finally {
      since = null;
      running.set(false);
    }
  }

  private void progress(long events) {
    read = events;
    goOnUnlessStopping();
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
