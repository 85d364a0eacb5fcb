package dev.tandem.library.labelling;

import dev.tandem.library.labelling.LossMinimizer.Loss;
import java.util.Arrays;

/**
 * One logistic regression for all terms of a vocabulary. What a cue and nearness are worth is
 * shared by the terms, so that a term with few examples gains from the others; how frequent a term
 * is, and which direction of meaning speaks for it, is its own. Ridge penalties keep the second
 * near the common frequency and the third near nothing.
 *
 * @param common the logit of a term that nothing is known of
 * @param shared weights of {@link LabelCells#features}
 * @param own what a term adds to the common logit
 * @param directions by term; empty where meaning is left out
 */
record LabelRegression(double common, double[] shared, double[] own, float[][] directions) {
  private static final double RIDGE_SHARED = 0.5;
  private static final double RIDGE_OWN = 1;

  /** Of 0.1, 0.3, 1 and 3 the best or second best in every vocabulary, see ADR-0006. */
  private static final double RIDGE_DIRECTION = 0.3;

  static LabelRegression fit(LabelCells cells, boolean withMeaning, LossMinimizer minimizer) {
    int terms = cells.terms();
    int features = withMeaning ? LabelCells.FEATURES : LabelCells.OF_CUES;
    int width = withMeaning ? cells.dimensions() : 0;
    var loss = new Penalised(cells, features, width);
    var point = minimizer.minimize(loss, loss.dimensions());
    var directions = new float[withMeaning ? terms : 0][width];
    for (int t = 0; t < directions.length; t++)
      for (int d = 0; d < width; d++) directions[t][d] = (float) point[loss.direction(t) + d];
    return new LabelRegression(
        point[0],
        Arrays.copyOfRange(point, 1, 1 + features),
        Arrays.copyOfRange(point, 1 + features, 1 + features + terms),
        directions);
  }

  double logit(int term, double[] features, float[] meaning) {
    double sum = common + own[term];
    for (int f = 0; f < shared.length; f++) sum += shared[f] * features[f];
    return directions.length == 0 ? sum : sum + along(directions[term], meaning);
  }

  static double along(float[] direction, float[] meaning) {
    double sum = 0;
    for (int d = 0; d < direction.length; d++) sum += direction[d] * meaning[d];
    return sum;
  }

  /** Of one label, in nats. */
  static double loss(double logit, int truth) {
    return Math.max(0, logit) + Math.log1p(Math.exp(-Math.abs(logit))) - truth * logit;
  }

  static double chance(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** The point is: common, shared weights, own logits, then a direction a term. */
  private record Penalised(LabelCells cells, int features, int width) implements Loss {

    int dimensions() {
      return direction(cells.terms());
    }

    int direction(int term) {
      return 1 + features + cells.terms() + term * width;
    }

    @Override
    public double at(double[] point, double[] slope) {
      double sum = penalty(point, slope);
      for (int i = 0; i < cells.assets(); i++)
        for (int t = 0; t < cells.terms(); t++)
          if (cells.truth()[i][t] >= 0) sum += cell(i, t, point, slope);
      return sum;
    }

    private double penalty(double[] point, double[] slope) {
      slope[0] = 0;
      double sum = 0;
      for (int p = 1; p < point.length; p++) {
        double ridge =
            p <= features ? RIDGE_SHARED : p < direction(0) ? RIDGE_OWN : RIDGE_DIRECTION;
        slope[p] = ridge * point[p];
        sum += 0.5 * ridge * point[p] * point[p];
      }
      return sum;
    }

    private double cell(int asset, int term, double[] point, double[] slope) {
      var its = cells.features()[asset][term];
      var meaning = cells.meaning()[asset];
      int own = 1 + features + term;
      int from = direction(term);
      double logit = point[0] + point[own];
      for (int f = 0; f < features; f++) logit += point[1 + f] * its[f];
      for (int d = 0; d < width; d++) logit += point[from + d] * meaning[d];
      int truth = cells.truth()[asset][term];
      double error = chance(logit) - truth;
      slope[0] += error;
      slope[own] += error;
      for (int f = 0; f < features; f++) slope[1 + f] += error * its[f];
      for (int d = 0; d < width; d++) slope[from + d] += error * meaning[d];
      return loss(logit, truth);
    }
  }
}
