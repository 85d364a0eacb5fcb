package dev.tandem.learning.training;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the shrinkage that predicts best what came later: A. P. Dawid (1984), "Statistical theory:
 * the prequential approach". The log is cut into blocks over time; each of the later ones is
 * predicted from everything before it.
 */
final class ProgressiveValidation {
  private static final double[] CUTS = {0.4, 0.6, 0.8, 1};

  /** More than this says no more about the shrinkage, and takes longer. */
  private static final int MOST_SESSIONS = 20_000;

  private static final double[] GROUPS = {0.5, 2};

  private final Encoding encoding;
  private final Minimizer quick = new LimitedMemoryBfgs(40, 1e-5);

  ProgressiveValidation(Encoding encoding) {
    this.encoding = encoding;
  }

  private record Fold(ClickRows before, TrainingSet after) {}

  Shrinkage choose(TrainingSet set) {
    var recent = set.part(Math.max(0, set.size() - MOST_SESSIONS), set.size());
    var folds = new ArrayList<Fold>();
    for (int i = 0; i + 1 < CUTS.length; i++) {
      int cut = (int) (CUTS[i] * recent.size());
      int next = (int) (CUTS[i + 1] * recent.size());
      if (cut == 0 || next == cut) continue;
      folds.add(new Fold(new ClickRows(encoding, recent.part(0, cut)), recent.part(cut, next)));
    }
    var best = best(Shrinkage.CANDIDATES, folds);
    var refined = new ArrayList<>(List.of(best));
    for (double factor : GROUPS) refined.add(best.withGroups(factor));
    return best(refined, folds);
  }

  /** The tightest one where nothing can be predicted. */
  private Shrinkage best(List<Shrinkage> candidates, List<Fold> folds) {
    var best = candidates.getFirst();
    double highest = Double.NEGATIVE_INFINITY;
    for (var candidate : candidates) {
      double sum = 0;
      for (var fold : folds) {
        var fit = fold.before().fit(candidate, quick);
        for (var session : fold.after().sessions()) sum += fit.logLikelihood(session);
      }
      if (sum > highest) {
        highest = sum;
        best = candidate;
      }
    }
    return best;
  }
}
