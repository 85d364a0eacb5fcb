package dev.tandem.recommendation;

import static dev.tandem.learning.RankingFeature.*;

import dev.tandem.learning.Example;
import dev.tandem.learning.FeatureVector;
import dev.tandem.learning.Kin;
import dev.tandem.learning.RankingFeature;
import dev.tandem.taxonomy.Dimension;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Describes candidates by the features of {@link RankingFeature}. */
@Component
class FeatureExtractor {
  private static final double HALF_LIFE_DAYS = 548; // 18 months
  private static final double FRESHNESS_UNKNOWN = 0;
  private static final int LONG_QUERY = 8;

  /** How many impressions at the usual rate an asset is credited with before its own count. */
  private static final double OVERALL_PRIOR = 20, SIMILAR_PRIOR = 8, RATING_PRIOR = 4;

  /** A use rate this many times the usual one counts fully. */
  private static final double FULL_LIFT = 4;

  private final PastUse past;
  private final Function<AssetTraits, Kin> kin;

  @Autowired
  FeatureExtractor(PastUse past, AssetKin kin) {
    this(past, kin::ifKnown);
  }

  FeatureExtractor(PastUse past) {
    this(past, _ -> Kin.NONE);
  }

  FeatureExtractor(PastUse past, Function<AssetTraits, Kin> kin) {
    this.past = past;
    this.kin = kin;
  }

  List<Described> describe(Situation situation, List<Candidate> candidates) {
    double usual = past.usualRate();
    var asked = situation.asked();
    return candidates.stream()
        .map(
            candidate ->
                new Described(
                    candidate,
                    new Example(
                        features(situation, candidate, usual),
                        candidate.traits().id(),
                        candidate.traits().type(),
                        asked,
                        kin.apply(candidate.traits()))))
        .toList();
  }

  private FeatureVector features(Situation situation, Candidate candidate, double usual) {
    var values = new Values();
    words(situation, candidate, values);
    stage(situation, candidate.traits(), values);
    terms(situation, candidate.traits(), values);
    life(situation, candidate.traits(), values);
    use(situation, candidate.traits(), usual, values);
    return new FeatureVector(SCHEMA, values.values);
  }

  private static void words(Situation situation, Candidate candidate, Values values) {
    double length = Math.clamp((situation.queryWords() - 1) / (double) (LONG_QUERY - 1), 0, 1);
    values.set(TEXT_MATCH, candidate.query().words());
    values.set(TEXT_MATCH_LONG_QUERY, candidate.query().words() * length);
    values.set(MEANING_MATCH, candidate.query().meaning());
    values.set(MEANING_MATCH_LONG_QUERY, candidate.query().meaning() * length);
    values.set(NOTES_MATCH, candidate.notes().words());
    values.set(NOTES_MEANING, candidate.notes().meaning());
    values.set(CONTEXT_MATCH, candidate.context().words());
    values.set(CONTEXT_MEANING, candidate.context().meaning());
    var asset = candidate.traits();
    if (situation.typesAsked().contains(asset.type())) values.set(TYPE_ASKED, 1);
    double asked = 0;
    for (var named : situation.named().entrySet())
      asked = Math.max(asked, asset.match(named.getKey(), named.getValue()));
    values.set(TERM_ASKED, asked);
    values.set(LANGUAGE_FIT, situation.languages().fit(asset.language()));
  }

  private static void stage(Situation situation, AssetTraits asset, Values values) {
    var stage = situation.stage();
    if (stage == null) return;
    values.set(STAGE_FIT, asset.stageFit(stage));
    values.set(TYPE_FITS_STAGE, asset.typeFit(stage));
    if (situation.hasQuery()) return;
    values.set(STAGE_FIT_WITHOUT_QUERY, asset.stageFit(stage));
    values.set(TYPE_FITS_STAGE_WITHOUT_QUERY, asset.typeFit(stage));
  }

  private static void terms(Situation situation, AssetTraits asset, Values values) {
    values.set(PERSONA_MATCH, match(situation, asset, Dimension.PERSONA));
    pair(situation, asset, Dimension.INDUSTRY, INDUSTRY_MATCH, INDUSTRY_MISMATCH, values);
    pair(situation, asset, Dimension.PRODUCT, PRODUCT_MATCH, PRODUCT_MISMATCH, values);
    pair(situation, asset, Dimension.REGION, REGION_MATCH, REGION_MISMATCH, values);
    pair(situation, asset, Dimension.COMPETITOR, COMPETITOR_MATCH, COMPETITOR_MISMATCH, values);
    boolean rivalUnknown = !situation.wanted().containsKey(Dimension.COMPETITOR);
    if (rivalUnknown && !named(situation, asset, Dimension.COMPETITOR))
      values.set(COMPETITOR_MISMATCH, asset.surest(Dimension.COMPETITOR) / 2);
  }

  /** Only labels for others count as a mismatch, and not when the query or notes name them. */
  private static void pair(
      Situation situation,
      AssetTraits asset,
      Dimension dimension,
      RankingFeature matches,
      RankingFeature mismatches,
      Values values) {
    if (!situation.wanted().containsKey(dimension)) return;
    double match = match(situation, asset, dimension);
    values.set(matches, match);
    if (match == 0 && !named(situation, asset, dimension))
      values.set(mismatches, asset.surest(dimension));
  }

  private static double match(Situation situation, AssetTraits asset, Dimension dimension) {
    var wanted = situation.wanted().get(dimension);
    return wanted == null ? 0 : asset.match(dimension, wanted);
  }

  private static boolean named(Situation situation, AssetTraits asset, Dimension dimension) {
    var named = situation.named().get(dimension);
    return named != null && asset.match(dimension, named) > 0;
  }

  private static void life(Situation situation, AssetTraits asset, Values values) {
    var published = asset.publishedOn();
    double freshness = FRESHNESS_UNKNOWN;
    if (published != null) {
      double days = Math.max(0, ChronoUnit.DAYS.between(published, situation.today()));
      freshness = Math.pow(0.5, days / HALF_LIFE_DAYS) - 0.5;
    }
    values.set(FRESHNESS, freshness);
    if (asset.reviewOverdueOn(situation.today())) values.set(REVIEW_OVERDUE, 1);
    values.set(LABEL_CONFIDENCE, asset.labelConfidence() - 1);
  }

  private void use(Situation situation, AssetTraits asset, double usual, Values values) {
    var counts = past.overall(asset.id());
    double overall = shrunk(counts.shown(), usual, OVERALL_PRIOR);
    values.set(OVERALL_USE, lift(overall, usual));
    var similar = past.similar(asset.id(), situation.deal());
    values.set(SIMILAR_USE, lift(shrunk(similar, usual, SIMILAR_PRIOR), usual));
    double ratings = counts.helpful() + counts.notHelpful() + RATING_PRIOR;
    values.set(RATED_HELPFUL, (counts.helpful() - counts.notHelpful()) / ratings);
  }

  /** The mean of a beta posterior with {@code prior} impressions at the usual rate. */
  private static double shrunk(PastUse.Shown shown, double usual, double prior) {
    return (shown.used() + prior * usual) / (shown.shown() + prior);
  }

  private static double lift(double rate, double usual) {
    return Math.clamp(Math.log(rate / usual) / Math.log(FULL_LIFT), -1, 1);
  }

  private static final class Values {
    final double[] values = new double[SCHEMA.size()];

    void set(RankingFeature feature, double value) {
      values[feature.ordinal()] = value;
    }
  }
}
