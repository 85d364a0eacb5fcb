package dev.tandem.learning.training;

import dev.tandem.learning.BootstrapMean;
import dev.tandem.learning.RankingModel;
import java.util.ArrayList;
import java.util.List;

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

  /**
   * @param later sessions that neither model was trained on, at least 2
   */
  public Verdict compare(RankingModel candidate, RankingModel inUse, TrainingSet later) {
    var challenger = logLikelihoods(candidate, later);
    var champion = logLikelihoods(inUse, later);
    var gains = new double[challenger.length];
    for (int i = 0; i < gains.length; i++) gains[i] = challenger[i] - champion[i];
    var gain = BootstrapMean.of(gains);
    return new Verdict(
        later.size() >= LEAST_SESSIONS && gain.interval().low() > 0,
        gain,
        java.util.Arrays.stream(challenger).average().orElse(0),
        java.util.Arrays.stream(champion).average().orElse(0));
  }

  private static double[] logLikelihoods(RankingModel model, TrainingSet later) {
    var minimizer = new LimitedMemoryBfgs(100, 1e-7);
    var encoding = new Encoding(model, false);
    var halves = List.of(half(later, 0), half(later, 1));
    var fits =
        halves.stream().map(half -> new ClickRows(encoding, half).fit(UNUSED, minimizer)).toList();
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
