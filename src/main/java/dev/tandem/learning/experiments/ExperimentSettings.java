package dev.tandem.learning.experiments;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is tried out. Shares lie in [0, 1]; 0 switches that part off.
 *
 * @param enabled false switches everything off: all is ranked by the model in use, and what passes
 *     the gate is put to use at once
 * @param exploration share of slates on which one place tries something out
 * @param holdout share of reps' days ranked by the prior, once a learned model is in use
 * @param interleaving share of what is shown that is mixed with the model before, after a promotion
 * @param canary share that is mixed with a model that passed the gate, before its promotion
 * @param canarySessions after so many preferences a canary is decided upon, whatever the interval
 * @param canaryDays after so many days, too
 * @param watchSessions after so many preferences a promoted model is no longer compared
 */
@ConfigurationProperties("tandem.learning.experiments")
public record ExperimentSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("0.1") double exploration,
    @DefaultValue("0.05") double holdout,
    @DefaultValue("0.1") double interleaving,
    @DefaultValue("0.5") double canary,
    @DefaultValue("100") int canarySessions,
    @DefaultValue("14") int canaryDays,
    @DefaultValue("300") int watchSessions) {

  /** Exploration that everybody notices would be no exploration any more. */
  private static final double MOST_EXPLORATION = 0.5;

  public ExperimentSettings {
    share("exploration", exploration, MOST_EXPLORATION);
    share("holdout", holdout, 0.5);
    share("interleaving", interleaving, 1);
    share("canary", canary, 1);
    if (canarySessions < 10 || canaryDays < 1 || watchSessions < 10)
      throw new IllegalArgumentException(
          "tandem.learning.experiments: canary-sessions and watch-sessions from 10, canary-days"
              + " from 1");
  }

  /** Nothing is tried out. */
  public static ExperimentSettings off() {
    return new ExperimentSettings(false, 0, 0, 0, 0, 100, 14, 300);
  }

  private static void share(String name, double value, double most) {
    if (!(value >= 0 && value <= most))
      throw new IllegalArgumentException(
          "tandem.learning.experiments." + name + ": from 0 to " + most + ", not " + value);
  }
}
