package dev.tandem.learning.training;

import dev.tandem.feedback.FeedbackLog;
import dev.tandem.feedback.LoggedUses;
import dev.tandem.identity.Account;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.learning.Asked.Asker;
import dev.tandem.learning.Drift;
import dev.tandem.learning.DriftLog;
import dev.tandem.learning.HeldOut;
import dev.tandem.learning.Kin;
import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.LearningNews;
import dev.tandem.learning.ModelRegistry;
import dev.tandem.learning.ModelRegistry.Decision;
import dev.tandem.learning.ModelRegistry.Gain;
import dev.tandem.learning.ModelRegistry.Kind;
import dev.tandem.learning.PersonKey;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.RankingModels;
import dev.tandem.learning.Rival;
import dev.tandem.learning.TrainingSituations;
import dev.tandem.learning.experiments.ExperimentSettings;
import dev.tandem.learning.training.SlateJoin.Joined;
import dev.tandem.learning.training.TrainingReport.Result;
import dev.tandem.library.AssetId;
import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Trains once: reads the log, learns from all but the newest sessions, lets the gate compare on
 * these ({@link Trials}), and fits what passed anew on all of them with the same shrinkage. Where
 * reps are at work that is first tried before them as a canary; else it is promoted at once.
 */
@Service
@EnableConfigurationProperties(LearningSettings.class)
public class Training {
  /** With fewer sessions, or fewer uses among them, the prior is all that can be relied on. */
  static final int LEAST_SESSIONS = 100, LEAST_USES = 30;

  /** With fewer slates in so many days a canary would wait for weeks. */
  static final int LEAST_LIVE_SLATES = 30, LIVE_DAYS = 14;

  /** A log of fewer events is read in a second; of a longer one is asked first what is in it. */
  static final int QUICK_TO_READ = 5_000;

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final FeedbackLog log;
  private final LoggedUses uses;
  private final TrainingSituations situations;
  private final RankingModels models;
  private final ModelRegistry registry;
  private final Users users;
  private final TrainingLock lock;
  private final LearningSettings settings;
  private final ExperimentSettings experiments;
  private final DriftLog drift;
  private final LearningNews news;
  private final Clock clock;
  private final PromotionGate gate = new PromotionGate();

  /** Used by whoever holds the lock. */
  private volatile SoftReference<@Nullable SlateJoin> joinedBefore = new SoftReference<>(null);

  Training(
      FeedbackLog log,
      LoggedUses uses,
      TrainingSituations situations,
      RankingModels models,
      ModelRegistry registry,
      Users users,
      TrainingLock lock,
      LearningSettings settings,
      ExperimentSettings experiments,
      DriftLog drift,
      LearningNews news,
      Clock clock) {
    this.log = log;
    this.uses = uses;
    this.situations = situations;
    this.models = models;
    this.registry = registry;
    this.users = users;
    this.lock = lock;
    this.settings = settings;
    this.experiments = experiments;
    this.drift = drift;
    this.news = news;
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

  /**
   * Goes on where the last training of this process ended. What it had joined is kept while there
   * is memory to spare, and as long as it would be described the same way today.
   */
  private Joined join(LongConsumer progress) {
    var join = joinedBefore.get();
    if (join == null || join.outdated())
      join = SlateJoin.begin(log, situations, settings.mostSessions(), settings.mostEvents());
    joinedBefore = new SoftReference<>(null); // what fails on the way is begun anew
    var joined = join.goOn(log, progress);
    joinedBefore = new SoftReference<>(join);
    return joined;
  }

  /** What assets take after, and who asked, is looked up anew each time: both change meanwhile. */
  private List<Session> completed(List<Session> sessions, List<Account> accounts) {
    var known = new HashMap<AssetId, Kin>();
    var teams = new HashMap<UserId, String>();
    for (var account : accounts)
      if (!account.team().isBlank()) teams.put(account.user().id(), account.team());
    var askers = new HashMap<UserId, Asker>();
    return sessions.stream()
        .map(
            session -> {
              var asker =
                  askers.computeIfAbsent(
                      session.rep(), rep -> new Asker(PersonKey.rep(rep), teams.get(rep)));
              return session.with(
                  item -> {
                    var asset = item.example().asset();
                    var kin =
                        asset == null ? Kin.NONE : known.computeIfAbsent(asset, situations::kin);
                    return item.of(item.example().by(asker).with(kin));
                  });
            })
        .toList();
  }

  /** The next training reads the log from the start. */
  void forget() {
    joinedBefore = new SoftReference<>(null);
  }

  private TrainingReport train(boolean dryRun, LongConsumer progress) {
    var started = System.nanoTime();
    var inUse = models.inUse();
    long sequence = log.latestSequence();
    int most = mostUses(sequence);
    if (most < LEAST_USES)
      return TrainingReport.nothing(Result.NOT_ENOUGH, tooFewUses(most), inUse.version());
    var joined = join(progress);
    var accounts = users.all();
    var sessions = completed(joined.sessions(), accounts);
    var screening = Screening.of(sessions, insiders(accounts)::contains);
    var set = screening.kept();
    var turnedDown = TurnedDown.lately(registry, clock.instant());
    int unseen = Trials.firstHeldOut(set, inUse);
    int first =
        turnedDown
            .map(one -> Math.max(unseen, Trials.firstHeldOut(set, one.model())))
            .orElse(unseen);
    var limiting =
        turnedDown.filter(_ -> first > unseen).map(TurnedDown::named).orElseGet(inUse::version);
    int heldOut = set.size() - first;
    if (!dryRun) {
      drift.record(ProgressiveLoss.of(set, inUse, models.prior()));
      news.watched(inUse.version(), Drift.of(drift.weeks(Drift.WEEKS), inUse.version()));
    }
    var canary = models.rival().filter(Rival::canary).filter(_ -> !dryRun);
    var missing =
        canary
            .map(
                one ->
                    one.model().version()
                        + " is being tried before reps; the next model is trained once that is"
                        + " decided")
            .orElseGet(() -> missing(set, heldOut, limiting));
    if (!missing.isEmpty())
      return new TrainingReport(
          canary.isPresent() ? Result.TRYING : Result.NOT_ENOUGH,
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
    var asBefore =
        turnedDown.filter(one -> verdict.passed() && !gate.compare(trials, one.model()).passed());
    boolean better = verdict.passed() && asBefore.isEmpty();
    var tested = trials.getLast().candidate();
    var fitted = better ? trainer.again(tested, set, name) : tested;
    var model =
        fitted.tested(heldOut(trials, set, fitted, heldOut)).withTastesOf(present()::contains);
    int live = joined.liveSince(LocalDate.now(clock.withZone(ZoneOffset.UTC)).minusDays(LIVE_DAYS));
    var kind = kind(better, live);
    var reason =
        asBefore
            .map(
                one ->
                    "kept %s, because the new model is not better with confidence than %s"
                        .formatted(inUse.version(), one.named()))
            .orElseGet(() -> reason(verdict, heldOut, inUse) + next(kind, live));
    if (!dryRun)
      registry.decide(model, decision(kind, model, inUse, verdict, heldOut, reason, sequence));
    var result =
        switch (kind) {
          case KEPT -> Result.KEPT;
          case CANARY -> dryRun ? Result.WOULD_PROMOTE : Result.CANARY;
          default -> dryRun ? Result.WOULD_PROMOTE : Result.PROMOTED;
        };
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

  /** No more items can turn out used than this, told without reading what would be read. */
  private int mostUses(long sequence) {
    boolean begun = joinedBefore.get() != null;
    if (begun || sequence < QUICK_TO_READ) return LEAST_USES;
    return uses.after(Math.max(0, sequence - settings.mostEvents()), LEAST_USES);
  }

  private static String tooFewUses(int used) {
    return "not enough data yet: %d of %d uses".formatted(used, LEAST_USES);
  }

  private HeldOut heldOut(
      List<PromotionGate.Trial> trials, TrainingSet set, LearnedModel model, int sessions) {
    var shrinkage = Shrinkage.of(model.document().trained().shrinkage());
    return new HeldOut(
        sessions,
        Calibration.of(gate.expectations(trials)),
        LearningCurve.of(models.prior(), set, shrinkage));
  }

  /** Who has an account at this moment; of others no preferences are kept. */
  private Set<String> present() {
    return users.all().stream()
        .map(account -> PersonKey.rep(account.user().id()))
        .collect(Collectors.toSet());
  }

  /** Who is known not to sell. Reps that nobody added here, as in imported logs, are none. */
  private static Set<UserId> insiders(List<Account> accounts) {
    return accounts.stream()
        .map(Account::user)
        .filter(user -> user.role() != Role.REP)
        .map(User::id)
        .collect(Collectors.toSet());
  }

  /** A canary needs people before whom it can be tried. */
  private Kind kind(boolean better, int live) {
    if (!better) return Kind.KEPT;
    boolean tried = experiments.enabled() && experiments.canary() > 0 && live >= LEAST_LIVE_SLATES;
    return tried ? Kind.CANARY : Kind.PROMOTED;
  }

  private String next(Kind kind, int live) {
    if (kind == Kind.CANARY) return "; now tried before reps";
    if (kind == Kind.KEPT || !experiments.enabled() || experiments.canary() == 0) return "";
    return "; in use at once, since %d slates in %d days are too few to try it on (%d are needed)"
        .formatted(live, LIVE_DAYS, LEAST_LIVE_SLATES);
  }

  private static String missing(TrainingSet set, int heldOut, String limiting) {
    if (set.size() < LEAST_SESSIONS)
      return "not enough data yet: %d of %d sessions".formatted(set.size(), LEAST_SESSIONS);
    if (set.used() < LEAST_USES) return tooFewUses(set.used());
    if (heldOut < PromotionGate.LEAST_SESSIONS)
      return "not enough new sessions to compare with %s: %d of %d"
          .formatted(limiting, heldOut, PromotionGate.LEAST_SESSIONS);
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
    return (gain.interval().high() < 0
            ? "kept %s, because the new model is worse with confidence: %s"
            : "kept %s, because nothing says with confidence that the new model is better: %s")
        .formatted(inUse.version(), measured);
  }

  private Decision decision(
      Kind kind,
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
        kind,
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
