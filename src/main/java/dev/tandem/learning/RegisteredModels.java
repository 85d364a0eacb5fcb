package dev.tandem.learning;

import dev.tandem.learning.ModelRegistry.Decision;
import dev.tandem.learning.ModelRegistry.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The models of the registry. What this process decides ranks at once, what another one decides
 * within {@link #LOOK_AGAIN}. When the model in use is damaged or made for another schema, the last
 * good one ranks, in the end the prior; when the database does not answer, whatever ranked before
 * goes on.
 */
@Component
class RegisteredModels implements RankingModels {
  private static final Logger LOG = LoggerFactory.getLogger(RegisteredModels.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final JdbcModelRegistry registry;
  private final PriorInUse prior;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Optional<RankingModel> learned = Optional.empty();
  private volatile String aroundPrior = "";
  private volatile Optional<Rival> rival = Optional.empty();
  private volatile long decided = -1;
  private volatile long decidedHere = -1;
  private volatile long lookedAt = System.nanoTime() - LOOK_AGAIN.toNanos();

  RegisteredModels(JdbcModelRegistry registry, PriorInUse prior) {
    this.registry = registry;
    this.prior = prior;
  }

  @Override
  public RankingModel prior() {
    return prior.present();
  }

  @Override
  public Optional<RankingModel> learned() {
    if (decidedHere != registry.decidedHere()
        || !aroundPrior.equals(prior.present().version())
        || System.nanoTime() - lookedAt >= LOOK_AGAIN.toNanos()) look();
    return learned;
  }

  @Override
  public Optional<Rival> rival() {
    return learned().isEmpty() ? canaryBesideThePrior() : rival;
  }

  /** What is compared with the prior is a canary: nothing was in use before it. */
  private Optional<Rival> canaryBesideThePrior() {
    return rival.filter(Rival::canary);
  }

  private void look() {
    if (decided >= 0) {
      if (!looking.tryLock()) return; // somebody looks already; what was known serves meanwhile
    } else {
      looking.lock();
    }
    try {
      decidedHere = registry.decidedHere();
      long latest = registry.latest();
      var around = prior.present().version();
      if (latest != decided || !around.equals(aroundPrior)) {
        learned = newestUsable();
        rival = registry.lastChange().flatMap(this::rivalAfter);
        decided = latest;
        aroundPrior = around;
      }
    } catch (RuntimeException e) {
      LOG.warn("The model in use stays, since the registry does not answer: {}", e.toString());
    } finally {
      lookedAt = System.nanoTime();
      looking.unlock();
    }
  }

  private Optional<RankingModel> newestUsable() {
    for (var version : registry.putToUse()) {
      if (LinearPrior.isVersion(version)) return Optional.empty();
      var model = registry.find(version);
      if (model.isPresent()) return Optional.of(model.get());
    }
    return Optional.empty();
  }

  private Optional<Rival> rivalAfter(Decision change) {
    return switch (change.kind()) {
      case CANARY -> rival(change.version(), true, change);
      case PROMOTED -> rival(change.before(), false, change);
      // what was compared before the canary came is compared again
      case REJECTED ->
          registry
              .lastPutToUse()
              .filter(before -> before.kind() == Kind.PROMOTED)
              .flatMap(this::rivalAfter);
      // what a person chose, or what was rolled back, is not tried again
      case CHOSEN, ROLLED_BACK, KEPT -> Optional.empty();
    };
  }

  private Optional<Rival> rival(String version, boolean canary, Decision change) {
    RankingModel experts = prior.present();
    var model =
        version.equals(experts.version())
            ? Optional.of(experts)
            : registry.find(version).<RankingModel>map(found -> found);
    return model.map(found -> new Rival(found, canary, change));
  }
}
