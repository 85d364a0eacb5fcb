package dev.tandem.learning.experiments;

import dev.tandem.learning.Rival;
import dev.tandem.learning.experiments.LiveResults.Found;
import dev.tandem.shared.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What follows from the preferences between a model and its rival. A canary is promoted once it is
 * better with confidence; turned down once it is worse; and decided upon at the latest after a
 * number of sessions or days, so that a small company does not wait for ever: then it has to have
 * won at least as often as it lost, or, where there were too few sessions to say, the gate's word
 * stands. A promoted model that turns out worse with confidence is rolled back.
 */
record TrialRule(ExperimentSettings settings) {

  /** With fewer sessions that tell, a count of wins is chance. */
  static final int LEAST_DECISIVE = 20;

  enum Step {
    WAIT,
    PROMOTE,
    REJECT,
    ROLL_BACK
  }

  record Verdict(Step step, String reason) {}

  private static final Verdict WAIT = new Verdict(Step.WAIT, "");

  Verdict of(Found found, Rival rival, Instant now) {
    var counted = counted(found.preferences());
    if (!rival.canary())
      return found.preferences().worse()
          ? new Verdict(
              Step.ROLL_BACK,
              "%s turned out worse than %s: %s"
                  .formatted(found.inUse(), rival.model().version(), counted))
          : WAIT;
    return canary(found, counted, rival, now);
  }

  private Verdict canary(Found found, String counted, Rival rival, Instant now) {
    var preferences = found.preferences();
    var other = found.inUse();
    if (preferences.better())
      return new Verdict(Step.PROMOTE, "better than " + other + " with confidence: " + counted);
    if (preferences.worse())
      return new Verdict(Step.REJECT, "worse than " + other + " with confidence: " + counted);
    boolean enough = preferences.decisive() >= settings.canarySessions();
    var days = Duration.between(rival.decision().at(), now).toDays();
    if (!enough && days < settings.canaryDays()) return WAIT;
    var when =
        enough
            ? String.format(Locale.ROOT, "after %,d sessions that tell", preferences.decisive())
            : "after %d days".formatted(days);
    if (preferences.decisive() < LEAST_DECISIVE)
      return new Verdict(
          Step.PROMOTE,
          "%s too few sessions speak against what the gate measured: %s".formatted(when, counted));
    return preferences.wins() >= preferences.losses()
        ? new Verdict(Step.PROMOTE, "not worse than %s %s: %s".formatted(other, when, counted))
        : new Verdict(Step.REJECT, "not better than %s %s: %s".formatted(other, when, counted));
  }

  private static String counted(Preferences preferences) {
    Interval interval = preferences.interval();
    return String.format(
        Locale.ROOT,
        "preferred in %,d of %,d sessions that tell, 95 %% interval [%.0f %%, %.0f %%], %,d ties",
        preferences.wins(),
        preferences.decisive(),
        100 * interval.low(),
        100 * interval.high(),
        preferences.ties());
  }
}
