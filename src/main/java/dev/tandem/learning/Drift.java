package dev.tandem.learning;

import dev.tandem.shared.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the model in use still predicts what comes better than the prior.
 *
 * @param sessions it was watched on
 * @param gain by how much its log-loss a session is lower than the prior's; NaN without sessions
 * @param interval of it with 95 % at all times together, so that looking every day raises no false
 *     alarms; null while there are too few sessions for it
 */
public record Drift(int sessions, double gain, @Nullable Interval interval) {

  /** The interval is an approximation that needs a few sessions. */
  public static final int LEAST_SESSIONS = 50;

  /** So many rows of the newest weeks are looked at; a model is seldom in use for longer. */
  public static final int WEEKS = 26;

  private static final double ALPHA = 0.05;

  /** The interval is narrowest around so many sessions. */
  private static final double NARROWEST_AT = 300;

  /** Over all weeks of one model. */
  public static Drift of(List<DriftWeek> weeks, String model) {
    int n = 0;
    double sum = 0, squares = 0;
    for (var week : weeks) {
      if (!week.model().equals(model)) continue;
      n += week.sessions();
      sum += week.priorLoss() - week.loss();
      squares += week.squaredGain();
    }
    double mean = sum / n;
    if (n < LEAST_SESSIONS) return new Drift(n, mean, null);
    double sd = Math.sqrt(Math.max(0, squares / n - mean * mean));
    double half = sd * width(n);
    return new Drift(n, mean, new Interval(mean - half, mean + half, 1 - ALPHA));
  }

  /**
   * The half width of an asymptotic confidence sequence, in standard deviations: I. Waudby-Smith,
   * D. Arbour, R. Sinha, E. H. Kennedy and A. Ramdas (2024), "Time-uniform central limit theory and
   * asymptotic confidence sequences".
   */
  private static double width(double n) {
    double looks = -2 * Math.log(ALPHA);
    double rho2 = (looks + Math.log(looks) + 1) / NARROWEST_AT;
    double spread = n * rho2 + 1;
    return Math.sqrt(2 * spread / (n * n * rho2) * Math.log(Math.sqrt(spread) / ALPHA));
  }

  /** Worse than the prior with confidence: people, content or deals have changed. */
  public boolean alarm() {
    return interval != null && interval.high() < 0;
  }
}
