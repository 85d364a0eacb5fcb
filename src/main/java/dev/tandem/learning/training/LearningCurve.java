package dev.tandem.learning.training;

import dev.tandem.learning.BootstrapMean;
import dev.tandem.learning.HeldOut.Step;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.training.smile.SmileMinimizer;
import java.util.ArrayList;
import java.util.List;

/**
 * How much better than the experts' weights one predicts the next fifth of the log after learning
 * from one, two, three and four fifths of it. Both are put into the same click model, so that what
 * is gained is what was learned of content.
 */
final class LearningCurve {
  private static final int FIFTHS = 5;

  /** With fewer sessions to test on, a step says nothing. */
  private static final int LEAST_TESTED = 20;

  private static final Shrinkage UNUSED = new Shrinkage(1, 1, 1);

  private LearningCurve() {}

  static List<Step> of(RankingModel prior, TrainingSet set, Shrinkage tuned) {
    var shrinkage = tuned.steady(); // what is of lately changes from step to step
    var minimizer = new SmileMinimizer(30, 1e-6);
    var learning = new ClickRows(Encoding.within(shrinkage, prior, set.sessions()), set);
    var experts = new ClickRows(Encoding.circumstances(prior), set);
    var steps = new ArrayList<Step>();
    for (int fifth = 1; fifth < FIFTHS; fifth++) {
      int cut = set.size() * fifth / FIFTHS;
      int next = set.size() * (fifth + 1) / FIFTHS;
      if (cut == 0 || next - cut < LEAST_TESTED) continue;
      var learned = learning.fit(shrinkage, minimizer, cut);
      var known = experts.fit(UNUSED, minimizer, cut);
      var gains = new double[next - cut];
      for (int i = cut; i < next; i++) {
        var session = set.sessions().get(i);
        gains[i - cut] = learned.logLikelihood(session) - known.logLikelihood(session);
      }
      var gain = BootstrapMean.of(gains);
      steps.add(
          new Step(cut, gains.length, gain.mean(), gain.interval().low(), gain.interval().high()));
    }
    return steps;
  }
}
