package dev.tandem.learning.training;

/**
 * What is used was looked at and found useful: P(used) = P(looked) × P(used | looked), the
 * examination hypothesis of M. Richardson et al. (2007), "Predicting clicks". So however useful an
 * item is, it is used no more often than its position is looked at.
 *
 * @param looked log of the chance to be looked at, at most 0
 * @param useful log-odds to be used when looked at
 */
record Examination(double looked, double useful) {

  /** More attention than all of it there is not. */
  static Examination of(double attention, double useful) {
    return new Examination(Math.min(attention, 0), useful);
  }

  /** The reward that is expected, in (0, 1). */
  double expected() {
    return Math.exp(looked) * ClickRows.sigmoid(useful);
  }

  /** The chance not to be used, exact also where that is next to nothing. */
  private double unused() {
    return Math.exp(looked) * ClickRows.sigmoid(-useful) - Math.expm1(looked);
  }

  /** The cross entropy of a reward in [0, 1] and what is expected. */
  double loss(double reward) {
    double none = looked == 0 ? ClickRows.softplus(useful) : -Math.log(unused());
    return reward * (ClickRows.softplus(-useful) - looked) + (1 - reward) * none;
  }

  /** The slope of that loss by the log-odds. */
  double slope(double reward) {
    return (expected() - reward) * unmoved();
  }

  /** The slope of that loss by the log of the chance to look, where less than all is looked at. */
  double slopeByLooks(double reward) {
    return (expected() - reward) / unused();
  }

  /** The expected second derivative by the log-odds. */
  double curvature() {
    return expected() * unused() * unmoved() * unmoved();
  }

  /** The same by the log of the chance to look. */
  double curvatureByLooks() {
    return expected() / unused();
  }

  /** P(not used | looked) / P(not used), in [0, 1]. */
  private double unmoved() {
    return looked == 0 ? 1 : ClickRows.sigmoid(-useful) / unused();
  }
}
