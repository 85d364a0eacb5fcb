package dev.tandem.learning.training;

import dev.tandem.learning.Estimate;
import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.LinearPrior;
import dev.tandem.learning.ModelDocument;
import dev.tandem.learning.ModelDocument.Kinship;
import dev.tandem.learning.ModelDocument.Tastes;
import dev.tandem.learning.ModelDocument.Trained;
import dev.tandem.learning.RankingFeature;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.training.smile.SmileMinimizer;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A hierarchical Bayesian logistic click model: the most probable values under Gaussian priors
 * around the expert's ranking, with effects of groups pooled towards none, of texts smoothed over
 * those near to them, and examination by position. How strongly is found by progressive validation
 * over time.
 */
final class HierarchicalTrainer implements ModelTrainer {
  private final RankingModel prior;
  private final Minimizer minimizer;
  private final Clock clock;

  HierarchicalTrainer(RankingModel prior, Minimizer minimizer, Clock clock) {
    this.prior = prior;
    this.minimizer = minimizer;
    this.clock = clock;
  }

  static HierarchicalTrainer around(RankingModel prior, Clock clock) {
    return new HierarchicalTrainer(prior, new SmileMinimizer(150, 1e-7), clock);
  }

  /** A team member of whom less is known is served by what the team and everybody prefer. */
  private static final int FEWEST_OF_A_REP = 20;

  @Override
  public LearnedModel train(TrainingSet all, String version) {
    var set = all.withTastesFrom(FEWEST_OF_A_REP);
    return fit(set, ProgressiveValidation.choose(prior, set), version);
  }

  @Override
  public LearnedModel again(LearnedModel tuned, TrainingSet all, String version) {
    var set = all.withTastesFrom(FEWEST_OF_A_REP);
    return fit(set, Shrinkage.of(tuned.document().trained().shrinkage()), version);
  }

  LearnedModel fit(TrainingSet set, Shrinkage shrinkage, String version) {
    if (set.size() == 0) throw new IllegalArgumentException("nothing to learn from");
    var sessions = set.sessions();
    var encoding = Encoding.within(shrinkage, prior, sessions);
    var fit = new ClickRows(encoding, set).fit(shrinkage, minimizer);
    var trained =
        new Trained(
            clock.instant(),
            sessions.stream()
                .map(Session::at)
                .min(java.util.Comparator.naturalOrder())
                .orElseThrow(),
            sessions.stream()
                .map(Session::at)
                .max(java.util.Comparator.naturalOrder())
                .orElseThrow(),
            sessions.getLast().sequence(),
            set.size(),
            set.items(),
            set.used(),
            shrinkage.named(),
            set.observed());
    var document =
        new ModelDocument(
            ModelDocument.FORMAT,
            version,
            RankingFeature.SCHEMA.version(),
            prior.version(),
            trained,
            Objects.requireNonNull(fit.estimates(Column.Kind.TEMPERATURE).get("")),
            features(fit),
            fit.nested(Column.Kind.FEATURE_BY_STAGE),
            assets(fit),
            fit.estimates(Column.Kind.TYPE),
            fit.estimates(Column.Kind.TYPE_AT_STAGE),
            fit.estimates(Column.Kind.TYPE_IN_INDUSTRY),
            fit.estimates(Column.Kind.TYPE_FOR_PERSONA),
            fit.examination());
    if (prior instanceof LinearPrior linear) document = document.around(linear.weights());
    return new LearnedModel(
        document.with(kinship(fit, shrinkage)).with(tastes(fit, shrinkage, set)), prior);
  }

  private static @Nullable Tastes tastes(ClickFit fit, Shrinkage shrinkage, TrainingSet set) {
    if (!shrinkage.tasting()) return null;
    return new Tastes(
        fit.estimates(Column.Kind.TYPE_FOR_REP),
        fit.estimates(Column.Kind.TYPE_FOR_TEAM),
        set.members());
  }

  private static @Nullable Kinship kinship(ClickFit fit, Shrinkage shrinkage) {
    if (!shrinkage.kinship()) return null;
    return new Kinship(fit.estimates(Column.Kind.NEAR_TEXT), fit.estimates(Column.Kind.AUTHOR));
  }

  /** As they are lately; the two parts count as independent. */
  private static Map<String, Estimate> assets(ClickFit fit) {
    var assets = new TreeMap<>(fit.estimates(Column.Kind.ASSET));
    fit.estimates(Column.Kind.ASSET_LATELY)
        .forEach((asset, lately) -> assets.merge(asset, lately, HierarchicalTrainer::sum));
    return assets;
  }

  private static Estimate sum(Estimate one, Estimate other) {
    return new Estimate(one.mean() + other.mean(), Math.hypot(one.sd(), other.sd()));
  }

  private static Map<String, Estimate> features(ClickFit fit) {
    var features = new TreeMap<>(fit.estimates(Column.Kind.FEATURE));
    features.putAll(fit.estimates(Column.Kind.CROSS));
    return features;
  }
}
