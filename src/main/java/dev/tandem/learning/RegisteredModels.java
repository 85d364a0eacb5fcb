package dev.tandem.learning;

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
}
