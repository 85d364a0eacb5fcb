package dev.tandem.library.labelling;

import java.util.List;

/**
 * Turns logits into chances that mean what they say: J. Platt (1999), "Probabilistic outputs for
 * support vector machines", fitted to logits of labels that the regression had not seen.
 *
 * @param slope more than 0, otherwise the logits say nothing
 */
record Calibration(double slope, double offset) {

  record Seen(double logit, int truth) {}

  static Calibration fit(List<Seen> seen, LossMinimizer minimizer) {
    long yes = seen.stream().filter(each -> each.truth() == 1).count();
    double whenYes = (yes + 1.0) / (yes + 2.0);
    double whenNo = 1 / (seen.size() - yes + 2.0);
    var point =
        minimizer.minimize(
            (at, gradient) -> {
              double sum = 0;
              gradient[0] = gradient[1] = 0;
              for (var each : seen) {
                double logit = (1 + at[0]) * each.logit() + at[1];
                double target = each.truth() == 1 ? whenYes : whenNo;
                double error = LabelRegression.chance(logit) - target;
                gradient[0] += error * each.logit();
                gradient[1] += error;
                sum += LabelRegression.loss(logit, 0) - target * logit;
              }
              return sum;
            },
            2);
    return new Calibration(1 + point[0], point[1]);
  }

  double chance(double logit) {
    return LabelRegression.chance(slope * logit + offset);
  }
}
