package dev.tandem.recommendation;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Label;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.StagePrior;
import dev.tandem.taxonomy.Term;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What ranking needs of one asset, computed once and small: a library of 100,000 is held in memory.
 *
 * @param stageFit by journey stage, in [-1, 1]; see {@link #stageFit(List)}
 * @param typeFit by journey stage: P(stage | type) against chance, in [-1, 1]
 * @param terms label numbers of {@link TermNumbers} by dimension
 * @param confidence of these labels, in (0, 1]
 * @param labelConfidence mean confidence of type and stage labels; 0 without any
 */
record AssetTraits(
    AssetId id,
    ContentType type,
    boolean internal,
    String language,
    float[] stageFit,
    float[] typeFit,
    int[][] terms,
    float[][] confidence,
    double labelConfidence,
    @Nullable JourneyStage mainStage,
    @Nullable LocalDate publishedOn,
    @Nullable LocalDate reviewBy,
    @Nullable LocalDate expiresOn,
    TitleWords titleWords) {

  private static final JourneyStage[] STAGES = JourneyStage.values();
  private static final double SECONDARY_STAGE = 0.7;

  /**
   * What a machine inferred orders far worse than what a person said, whatever confidence it has
   * (docs/benchmarks.md, Quality).
   */
  private static final double TRUST_IN_INFERENCE = 0.4;

  private static final double NEIGHBOUR_STAGE = 0.5;

  /** What most assets have of most dimensions: none, or one that somebody said. */
  private static final int[] NO_TERM = {};

  private static final float[] NOT_SURE = {}, ONE_SURE = {1};

  static AssetTraits of(Asset asset, TermNumbers numbers, UnaryOperator<Term> canonical) {
    int dimensions = Dimension.values().length;
    var terms = new int[dimensions][];
    var confidence = new float[dimensions][];
    for (var dimension : Dimension.values()) {
      var labels = asset.terms(dimension);
      var of = labels.isEmpty() ? NO_TERM : new int[labels.size()];
      var sure = labels.isEmpty() ? NOT_SURE : new float[labels.size()];
      for (int i = 0; i < of.length; i++) {
        of[i] = numbers.of(canonical.apply(labels.get(i).value()));
        sure[i] = (float) trust(labels.get(i));
      }
      terms[dimension.ordinal()] = of;
      confidence[dimension.ordinal()] = Arrays.equals(sure, ONE_SURE) ? ONE_SURE : sure;
    }
    return new AssetTraits(
        asset.id(),
        asset.type().value(),
        !asset.buyerSafe(),
        asset.language().value(),
        stageFit(asset.stages()),
        typeFit(asset.type()),
        terms,
        confidence,
        labelConfidence(asset),
        asset.stages().isEmpty() ? null : asset.stages().getFirst().value(),
        asset.publishedOn(),
        asset.reviewBy(),
        asset.expiresOn(),
        TitleWords.of(asset));
  }

  /** How far a label may be relied on. */
  private static double trust(Label<?> label) {
    return label.confidence() * (label.isInferred() ? TRUST_IN_INFERENCE : 1);
  }

  /**
   * A main stage fits fully, a further one by 0.7; a stage that is not labelled counts against the
   * asset, half as much right beside a labelled one. All times the confidence of the label; without
   * labels 0.
   */
  private static float[] stageFit(List<Label<JourneyStage>> labels) {
    var fit = new float[STAGES.length];
    if (labels.isEmpty()) return fit;
    for (var stage : STAGES) {
      double best = -trust(labels.getFirst());
      for (int i = 0; i < labels.size(); i++) {
        var label = labels.get(i);
        int distance = Math.abs(label.value().ordinal() - stage.ordinal());
        if (distance == 0) best = Math.max(best, trust(label) * (i == 0 ? 1 : SECONDARY_STAGE));
        else if (distance == 1) best = Math.max(best, -trust(label) * NEIGHBOUR_STAGE);
      }
      fit[stage.ordinal()] = (float) best;
    }
    return fit;
  }

  private static float[] typeFit(Label<ContentType> type) {
    var fit = new float[STAGES.length];
    for (var stage : STAGES)
      fit[stage.ordinal()] = (float) (trust(type) * StagePrior.fit(type.value(), stage));
    return fit;
  }

  private static double labelConfidence(Asset asset) {
    double sum = asset.type().value() == ContentType.OTHER ? 0 : asset.type().confidence();
    if (!asset.stages().isEmpty()) sum += asset.stages().getFirst().confidence();
    return sum / 2;
  }

  double stageFit(JourneyStage stage) {
    return stageFit[stage.ordinal()];
  }

  double typeFit(JourneyStage stage) {
    return typeFit[stage.ordinal()];
  }

  boolean labelled(Dimension dimension) {
    return terms[dimension.ordinal()].length > 0;
  }

  /** Confidence of the surest label among the wanted ones; 0 when it has none of them. */
  double match(Dimension dimension, BitSet wanted) {
    var of = terms[dimension.ordinal()];
    float best = 0;
    for (int i = 0; i < of.length; i++)
      if (wanted.get(of[i])) best = Math.max(best, confidence[dimension.ordinal()][i]);
    return best;
  }

  /** Confidence of the surest label of the dimension; 0 without labels. */
  double surest(Dimension dimension) {
    float best = 0;
    for (float sure : confidence[dimension.ordinal()]) best = Math.max(best, sure);
    return best;
  }

  boolean expiredOn(LocalDate day) {
    return expiresOn != null && !expiresOn.isAfter(day);
  }

  boolean reviewOverdueOn(LocalDate day) {
    return reviewBy != null && reviewBy.isBefore(day);
  }
}
