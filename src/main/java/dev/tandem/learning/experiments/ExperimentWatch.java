package dev.tandem.learning.experiments;

import dev.tandem.feedback.FeedbackLog;
import dev.tandem.identity.UserId;
import dev.tandem.learning.LearningNews;
import dev.tandem.learning.ModelRegistry;
import dev.tandem.learning.ModelRegistry.Decision;
import dev.tandem.learning.ModelRegistry.Kind;
import dev.tandem.learning.Rival;
import dev.tandem.learning.experiments.LiveResults.Found;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks now and then at what the experiments found, and promotes, turns down or rolls back. */
@Component
@Profile("!command")
public class ExperimentWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ExperimentWatch.class);

  private final LiveResults results;
  private final ModelRegistry registry;
  private final FeedbackLog log;
  private final LearningNews news;
  private final ExperimentSettings settings;
  private final Clock clock;

  ExperimentWatch(
      LiveResults results,
      ModelRegistry registry,
      FeedbackLog log,
      LearningNews news,
      ExperimentSettings settings,
      Clock clock) {
    this.results = results;
    this.registry = registry;
    this.log = log;
    this.news = news;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT60S")
  void look() {
    if (!settings.enabled()) return;
    try {
      decide(results.now());
    } catch (RuntimeException e) {
      LOG.warn("What the experiments found is looked at again in a minute", e);
    }
  }

  void decide(Found found) {
    var rival = found.rival();
    if (rival == null) return;
    var verdict = new TrialRule(settings).of(found, rival, clock.instant());
    switch (verdict.step()) {
      case WAIT -> {}
      case PROMOTE -> decide(Kind.PROMOTED, rival, found, verdict.reason(), null);
      case REJECT -> decide(Kind.REJECTED, rival, found, verdict.reason(), null);
      case ROLL_BACK -> decide(Kind.ROLLED_BACK, rival, found, verdict.reason(), null);
    }
  }

  /**
   * Ends the trial of a canary by a person's word.
   *
   * @param promote whether it is put to use, or turned down
   * @param by who wants it
   * @return false when it was decided already
   */
  public boolean end(Rival canary, boolean promote, String reason, UserId by) {
    if (!canary.canary()) throw new IllegalArgumentException("no canary: " + canary);
    return decide(promote ? Kind.PROMOTED : Kind.REJECTED, canary, results.now(), reason, by);
  }

  private boolean decide(Kind kind, Rival rival, Found found, String reason, @Nullable UserId by) {
    var gate = rival.decision();
    var decision =
        new Decision(
            0,
            clock.instant(),
            kind,
            rival.model().version(),
            found.inUse(),
            reason,
            log.latestSequence(),
            gate.sessions(),
            rival.canary() ? gate.gain() : null,
            by);
    boolean first = registry.decide(gate.number(), decision);
    if (first) news.decided(decision);
    if (first) LOG.info("{} {}: {}", kind, rival.model().version(), reason);
    return first;
  }
}
