package dev.tandem.learning;

import java.time.LocalDate;

/**
 * How well a model in use predicted the sessions of one week, none of which it had learned from:
 * progressive log-loss (A. P. Dawid, 1984, "Statistical theory: the prequential approach"), beside
 * that of the prior on the same sessions.
 *
 * @param monday the week begins (UTC)
 * @param sessions at least 1
 * @param loss, priorLoss sums over the sessions of what each cost in log-likelihood, at least 0
 * @param squaredGain sum of the squared differences of the two
 */
public record DriftWeek(
    LocalDate monday,
    String model,
    int sessions,
    double loss,
    double priorLoss,
    double squaredGain) {
  public DriftWeek {
    if (sessions < 1) throw new IllegalArgumentException("a week without sessions");
  }
}
