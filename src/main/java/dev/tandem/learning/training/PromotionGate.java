package dev.tandem.learning.training;

import dev.tandem.learning.BootstrapMean;
import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.training.smile.SmileMinimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lets a model pass only when it predicts later sessions better than the one in use, with
 * confidence. Both are put into the same click model, so that neither gains from what it happened
 * to show at the top: temperature, intercept, examination and the reps' readiness are fitted around
 * each, on one half of the held-out sessions for the other half.
 */
public final class PromotionGate {

  /** With fewer held-out sessions nothing can be said with confidence. */
  public static final int LEAST_SESSIONS = 40;

  private static final Shrinkage UNUSED = new Shrinkage(1, 1, 1);

  /**
   * @param gain by how much the candidate's log-likelihood a session is higher, paired, with its 95
   *     % interval
   * @param candidate, inUse mean log-likelihood a session
   */
  public record Verdict(boolean passed, BootstrapMean gain, double candidate, double inUse) {}

  /** A candidate with sessions that are later than all it was trained on. */
  public record Trial(LearnedModel candidate, TrainingSet later) {}

  /** Several trials of one way to train, each with what it had learned by then. */
  public Verdict compare(List<Trial> trials, RankingModel inUse) {
    var challenger = new ArrayList<Double>();
    var champion = new ArrayList<Double>();
    for (var trial : trials) {
      for (double value : logLikelihoods(trial.candidate(), trial.later())) challenger.add(value);
      for (double value : logLikelihoods(inUse, trial.later())) champion.add(value);
    }
    return verdict(challenger, champion);
  }

  /**
   * @param later sessions that neither model was trained on, at least 2
   */
  public Verdict compare(RankingModel candidate, RankingModel inUse, TrainingSet later) {
    return verdict(list(logLikelihoods(candidate, later)), list(logLikelihoods(inUse, later)));
  }

  private static List<Double> list(double[] values) {
    return java.util.Arrays.stream(values).boxed().toList();
  }

  private static Verdict verdict(List<Double> challenger, List<Double> champion) {
    var gains = new double[challenger.size()];
    for (int i = 0; i < gains.length; i++) gains[i] = challenger.get(i) - champion.get(i);
    var gain = BootstrapMean.of(gains);
    return new Verdict(
        gains.length >= LEAST_SESSIONS && gain.interval().low() > 0,
        gain,
        challenger.stream().mapToDouble(Double::doubleValue).average().orElse(0),
        champion.stream().mapToDouble(Double::doubleValue).average().orElse(0));
  }

  /**
   * What the candidates expected of each item of the later sessions, beside what came of it; fitted
   * on one half for the other, as in the comparison.
   */
  List<Calibration.Point> expectations(List<Trial> trials) {
    var points = new ArrayList<Calibration.Point>();
    for (var trial : trials) {
      var later = trial.later();
      var fits = fits(trial.candidate(), later);
      for (int i = 0; i < later.size(); i++) {
        var session = later.sessions().get(i);
        var fit = fits.get(1 - i % 2);
        for (var item : session.items())
          points.add(
              new Calibration.Point(fit.expected(session, item), item.reward(), item.weight()));
      }
    }
    return points;
  }

  private static List<ClickFit> fits(RankingModel model, TrainingSet later) {
    var minimizer = new SmileMinimizer(100, 1e-7);
    var encoding = Encoding.circumstances(model);
    return Stream.of(half(later, 0), half(later, 1))
        .map(half -> new ClickRows(encoding, half).fit(UNUSED, minimizer))
        .toList();
  }

  private static double[] logLikelihoods(RankingModel model, TrainingSet later) {
    var fits = fits(model, later);
    var values = new double[later.size()];
    for (int i = 0; i < values.length; i++)
      values[i] = fits.get(1 - i % 2).logLikelihood(later.sessions().get(i));
    return values;
  }

  private static TrainingSet half(TrainingSet set, int parity) {
    var half = new ArrayList<Session>();
    for (int i = parity; i < set.size(); i += 2) half.add(set.sessions().get(i));
    return new TrainingSet(half);
  }
}
