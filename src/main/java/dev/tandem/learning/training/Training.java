package dev.tandem.learning.training;

import dev.tandem.feedback.FeedbackLog;
import dev.tandem.identity.Account;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.learning.HeldOut;
import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.ModelRegistry;
import dev.tandem.learning.ModelRegistry.Decision;
import dev.tandem.learning.ModelRegistry.Gain;
import dev.tandem.learning.ModelRegistry.Kind;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.RankingModels;
import dev.tandem.learning.TrainingSituations;
import dev.tandem.learning.training.TrainingReport.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Trains once: reads the log, learns from all but the newest sessions, lets the gate compare on
 * these ({@link Trials}), and promotes what passed, fitted anew on all of them with the same
 * shrinkage.
 */
@Service
@EnableConfigurationProperties(LearningSettings.class)
public class Training {
  /** With fewer sessions, or fewer uses among them, the prior is all that can be relied on. */
  static final int LEAST_SESSIONS = 100, LEAST_USES = 30;

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final FeedbackLog log;
  private final TrainingSituations situations;
  private final RankingModels models;
  private final ModelRegistry registry;
  private final Users users;
  private final TrainingLock lock;
  private final LearningSettings settings;
  private final Clock clock;
  private final PromotionGate gate = new PromotionGate();

  Training(
      FeedbackLog log,
      TrainingSituations situations,
      RankingModels models,
      ModelRegistry registry,
      Users users,
      TrainingLock lock,
      LearningSettings settings,
      Clock clock) {
    this.log = log;
    this.situations = situations;
    this.models = models;
    this.registry = registry;
    this.users = users;
    this.lock = lock;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * @param dryRun everything but the decision
   * @param progress is told how many events were read
   */
  public TrainingReport run(boolean dryRun, LongConsumer progress) {
    var held = lock.tryAcquire();
    if (held.isEmpty())
      return TrainingReport.nothing(
          Result.BUSY, "another process trains at this moment", models.inUse().version());
    try (var _ = held.get()) {
      return train(dryRun, progress);
    }
  }

  private TrainingReport train(boolean dryRun, LongConsumer progress) {
    var started = System.nanoTime();
    var inUse = models.inUse();
    long sequence = log.latestSequence();
    var joined =
        SlateJoin.read(log, situations, settings.mostSessions(), settings.mostEvents(), progress);
    var screening = Screening.of(joined.sessions(), insiders()::contains);
    var set = screening.kept();
    int first = Trials.firstHeldOut(set, inUse);
    int heldOut = set.size() - first;
    var missing = missing(set, heldOut, inUse);
    if (!missing.isEmpty())
      return new TrainingReport(
          Result.NOT_ENOUGH,
          missing,
          inUse.version(),
          joined.events(),
          joined.sessions().size(),
          joined.withoutSlate(),
          screening,
          null,
          null,
          heldOut,
          since(started));
    var trainer = ModelTrainer.around(models.prior(), clock);
    var name = "learned-" + NAME.format(clock.instant());
    var trials = Trials.of(trainer, set, first, name);
    var verdict = gate.compare(trials, inUse);
    var tested = trials.getLast().candidate();
    var fitted = verdict.passed() ? trainer.again(tested, set, name) : tested;
    var model = fitted.tested(heldOut(trials, set, fitted, heldOut));
    var reason = reason(verdict, heldOut, inUse);
    var result = !verdict.passed() ? Result.KEPT : dryRun ? Result.WOULD_PROMOTE : Result.PROMOTED;
    if (!dryRun) registry.decide(model, decision(model, inUse, verdict, heldOut, reason, sequence));
    return new TrainingReport(
        result,
        reason,
        inUse.version(),
        joined.events(),
        joined.sessions().size(),
        joined.withoutSlate(),
        screening,
        model,
        verdict,
        heldOut,
        since(started));
  }

  private HeldOut heldOut(
      List<PromotionGate.Trial> trials, TrainingSet set, LearnedModel model, int sessions) {
    var shrinkage = Shrinkage.of(model.document().trained().shrinkage());
    return new HeldOut(
        sessions,
        Calibration.of(gate.expectations(trials)),
        LearningCurve.of(models.prior(), set, shrinkage));
  }

  /** Who is known not to sell. Reps that nobody added here, as in imported logs, are none. */
  private Set<UserId> insiders() {
    return users.all().stream()
        .map(Account::user)
        .filter(user -> user.role() != Role.REP)
        .map(User::id)
        .collect(Collectors.toSet());
  }

  private static String missing(TrainingSet set, int heldOut, RankingModel inUse) {
    if (set.size() < LEAST_SESSIONS)
      return "not enough data yet: %d of %d sessions".formatted(set.size(), LEAST_SESSIONS);
    if (set.used() < LEAST_USES)
      return "not enough data yet: %d of %d uses".formatted(set.used(), LEAST_USES);
    if (heldOut < PromotionGate.LEAST_SESSIONS)
      return "not enough new sessions to compare with %s: %d of %d"
          .formatted(inUse.version(), heldOut, PromotionGate.LEAST_SESSIONS);
    return "";
  }

  private static String reason(PromotionGate.Verdict verdict, int heldOut, RankingModel inUse) {
    var gain = verdict.gain();
    var measured =
        String.format(
            Locale.ROOT,
            "log-likelihood on %,d later sessions %+.4f a session, 95 %% interval [%+.4f, %+.4f]",
            heldOut,
            gain.mean(),
            gain.interval().low(),
            gain.interval().high());
    if (verdict.passed()) return "better than " + inUse.version() + " with confidence: " + measured;
    return "kept %s, because nothing says with confidence that the new model is better: %s"
        .formatted(inUse.version(), measured);
  }

  private Decision decision(
      LearnedModel model,
      RankingModel inUse,
      PromotionGate.Verdict verdict,
      int heldOut,
      String reason,
      long sequence) {
    var interval = verdict.gain().interval();
    return new Decision(
        0,
        clock.instant(),
        verdict.passed() ? Kind.PROMOTED : Kind.KEPT,
        model.version(),
        inUse.version(),
        reason,
        sequence,
        model.document().trained().sessions(),
        new Gain(heldOut, verdict.gain().mean(), interval.low(), interval.high()));
  }

  private static Duration since(long started) {
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
