package dev.tandem.learning.training;

import dev.tandem.learning.Estimate;
import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.ModelDocument;
import dev.tandem.learning.ModelDocument.Trained;
import dev.tandem.learning.RankingFeature;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.training.smile.SmileMinimizer;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A hierarchical Bayesian logistic click model: the most probable values under Gaussian priors
 * around the expert's ranking, with effects of groups pooled towards none and examination by
 * position. How strongly is found by progressive validation over time.
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
    return new HierarchicalTrainer(prior, new SmileMinimizer(300, 1e-6), clock);
  }

  @Override
  public LearnedModel train(TrainingSet set, String version) {
    var encoding = new Encoding(prior, true, true);
    return fit(set, new ProgressiveValidation(encoding).choose(set), version);
  }

  @Override
  public LearnedModel again(LearnedModel tuned, TrainingSet set, String version) {
    return fit(set, Shrinkage.of(tuned.document().trained().shrinkage()), version);
  }

  LearnedModel fit(TrainingSet set, Shrinkage shrinkage, String version) {
    if (set.size() == 0) throw new IllegalArgumentException("nothing to learn from");
    var fit =
        new ClickRows(new Encoding(prior, true, shrinkage.crossing()), set)
            .fit(shrinkage, minimizer);
    var sessions = set.sessions();
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
            fit.estimates(Column.Kind.ASSET),
            fit.estimates(Column.Kind.TYPE),
            fit.estimates(Column.Kind.TYPE_AT_STAGE),
            fit.estimates(Column.Kind.TYPE_IN_INDUSTRY),
            fit.estimates(Column.Kind.TYPE_FOR_PERSONA),
            fit.examination());
    return new LearnedModel(document, prior);
  }

  private static Map<String, Estimate> features(ClickFit fit) {
    var features = new TreeMap<>(fit.estimates(Column.Kind.FEATURE));
    features.putAll(fit.estimates(Column.Kind.CROSS));
    return features;
  }
}
