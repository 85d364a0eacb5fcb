package dev.tandem.learning.training;

import dev.tandem.learning.RankingModel;
import dev.tandem.learning.training.smile.SmileMinimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the shrinkage that predicts best what came later: A. P. Dawid (1984), "Statistical
 * theory: the prequential approach". The log is cut into blocks over time; each of the later ones
 * is predicted from everything before it.
 */
final class ProgressiveValidation {
  private static final double[] CUTS = {0.4, 0.6, 0.8, 1};

  /** From so many sessions on, the last block is long enough to tell by itself. */
  private static final int LONG_LOG = 8_000;

  private static final double[] CUTS_OF_A_LONG_LOG = {0.8, 1};

  private static final double[] FEATURES = {0.5, 2};
  private static final double[] GROUPS = {0.5, 2};
  private static final double[] CROSSES = {0.15, 0.5, 1.5};

  /** Of what assets are held to. */
  private static final double[] KIN = {0.5, 1};

  private static final double[] TASTES = {0.2, 0.4};
  private static final double[] LATELY = {0.15, 0.3};

  private final RankingModel prior;
  private final TrainingSet set;
  private final List<Fold> folds = new ArrayList<>();
  private final Minimizer quick = new SmileMinimizer(30, 1e-6);

  /** How well each of those tried predicts. */
  private final Map<Shrinkage, Double> tried = new HashMap<>();

  /** Of what was tried last; only what a candidate learns is a column of it. */
  private @Nullable ClickRows rows;

  private ProgressiveValidation(RankingModel prior, TrainingSet set) {
    this.prior = prior;
    this.set = set;
    var cuts = set.size() < LONG_LOG ? CUTS : CUTS_OF_A_LONG_LOG;
    for (int i = 0; i + 1 < cuts.length; i++) {
      int cut = (int) (cuts[i] * set.size());
      int next = (int) (cuts[i + 1] * set.size());
      if (cut > 0 && next > cut) folds.add(new Fold(cut, next));
    }
  }

  /** Learns from the sessions before a cut, and predicts those up to the next. */
  private record Fold(int cut, int next) {}

  static Shrinkage choose(RankingModel prior, TrainingSet set) {
    return new ProgressiveValidation(prior, set).choose();
  }

  private Shrinkage choose() {
    var best = best(Shrinkage.CANDIDATES.getFirst(), Shrinkage.CANDIDATES.stream());
    best = best(best, Arrays.stream(FEATURES).mapToObj(best::withFeatures));
    best = best(best, Arrays.stream(GROUPS).mapToObj(best::withGroups));
    best = best(best, Arrays.stream(CROSSES).mapToObj(best::withCrosses));
    double assets = best.groups();
    if (set.tellsKin())
      best = best(best, Arrays.stream(KIN).map(share -> share * assets).mapToObj(best::withKin));
    if (set.tellsAskers()) best = best(best, Arrays.stream(TASTES).mapToObj(best::withTastes));
    return best(best, Arrays.stream(LATELY).mapToObj(best::withLately));
  }

  /** The first one where nothing can be predicted. */
  private Shrinkage best(Shrinkage first, Stream<Shrinkage> others) {
    var best = first;
    for (var other : others.toList()) if (predicts(other) > predicts(best)) best = other;
    return best;
  }

  private double predicts(Shrinkage candidate) {
    var known = tried.get(candidate);
    if (known != null) return known;
    double sum = 0;
    for (var fold : folds) {
      var encoding = encoding(candidate, fold.cut());
      var rows = rows(encoding);
      var fit = rows.fit(candidate, quick, fold.cut());
      sum += rows.logLikelihood(fit, fold.cut(), fold.next());
    }
    tried.put(candidate, sum);
    return sum;
  }

  private ClickRows rows(Encoding encoding) {
    var known = rows;
    if (known != null && known.encodes(encoding)) return known;
    rows = null; // of a long log there is no room for two
    var encoded = new ClickRows(encoding, set);
    rows = encoded;
    return encoded;
  }

  private Encoding encoding(Shrinkage candidate, int cut) {
    return Encoding.within(candidate, prior, set.sessions().subList(0, cut));
  }
}
