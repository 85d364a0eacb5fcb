package dev.tandem.learning.training;

import dev.tandem.learning.RankingModel;
import dev.tandem.learning.training.smile.SmileMinimizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Chooses the shrinkage that predicts best what came later: A. P. Dawid (1984), "Statistical
 * theory: the prequential approach". The log is cut into blocks over time; each of the later ones
 * is predicted from everything before it.
 */
final class ProgressiveValidation {
  private static final double[] CUTS = {0.4, 0.6, 0.8, 1};

  /** More than this says no more about the shrinkage, and takes longer. */
  private static final int MOST_SESSIONS = 8_000;

  private static final double[] GROUPS = {0.5, 2};
  private static final double[] CROSSES = {0.15, 0.5};

  /** Of what assets are held to. */
  private static final double[] KIN = {0.5, 1};

  private static final double[] TASTES = {0.2, 0.4};

  private final RankingModel prior;
  private final Minimizer quick = new SmileMinimizer(40, 1e-5);

  ProgressiveValidation(RankingModel prior) {
    this.prior = prior;
  }

  /** Learns from the sessions before a cut, and predicts those up to the next. */
  private record Fold(int cut, int next) {}

  Shrinkage choose(TrainingSet set) {
    var recent = set.part(Math.max(0, set.size() - MOST_SESSIONS), set.size());
    boolean kin = recent.tellsKin();
    var parts = EnumSet.allOf(Encoding.Part.class);
    if (!kin) parts.remove(Encoding.Part.KINSHIP);
    boolean askers = recent.tellsAskers();
    if (!askers) parts.remove(Encoding.Part.TASTES);
    var rows = new ClickRows(new Encoding(prior, parts), recent);
    var folds = new ArrayList<Fold>();
    for (int i = 0; i + 1 < CUTS.length; i++) {
      int cut = (int) (CUTS[i] * recent.size());
      int next = (int) (CUTS[i + 1] * recent.size());
      if (cut > 0 && next > cut) folds.add(new Fold(cut, next));
    }
    var best = best(Shrinkage.CANDIDATES, rows, folds);
    var refined = new ArrayList<>(List.of(best));
    for (double factor : GROUPS) refined.add(best.withGroups(factor));
    var crossed = new ArrayList<Shrinkage>();
    crossed.add(best(refined, rows, folds));
    for (double deviation : CROSSES) crossed.add(crossed.getFirst().withCrosses(deviation));
    var kindred = new ArrayList<Shrinkage>();
    kindred.add(best(crossed, rows, folds));
    for (double share : KIN)
      if (kin) kindred.add(kindred.getFirst().withKin(share * kindred.getFirst().groups()));
    var tasting = new ArrayList<Shrinkage>();
    tasting.add(kin ? best(kindred, rows, folds) : kindred.getFirst());
    for (double deviation : TASTES)
      if (askers) tasting.add(tasting.getFirst().withTastes(deviation));
    return askers ? best(tasting, rows, folds) : tasting.getFirst();
  }

  /** The tightest one where nothing can be predicted. */
  private Shrinkage best(List<Shrinkage> candidates, ClickRows rows, List<Fold> folds) {
    var best = candidates.getFirst();
    double highest = Double.NEGATIVE_INFINITY;
    for (var candidate : candidates) {
      double sum = 0;
      for (var fold : folds) {
        var fit = rows.fit(candidate, quick, fold.cut());
        sum += rows.logLikelihood(fit, fold.cut(), fold.next());
      }
      if (sum > highest) {
        highest = sum;
        best = candidate;
      }
    }
    return best;
  }
}
