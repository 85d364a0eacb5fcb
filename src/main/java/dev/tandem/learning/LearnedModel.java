package dev.tandem.learning;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Scores by what a {@link ModelDocument} learned on top of the prior. Effects of an asset, a type,
 * an industry or a persona that it never met are 0, so what is new is ranked by its features and by
 * what it takes after. Scores are in the prior's unit, so that a difference means the same before
 * and after training.
 */
public final class LearnedModel implements RankingModel {

  /**
   * What a point of the prior's score is worth at least, in log-odds, as far as slates were chosen
   * by the very features that the log holds: what was shown and what was not differ in nothing
   * else, so what is learned among the one holds for the other. The bound keeps the expert in the
   * game where a log is short or odd; at so many sessions half of it is left.
   */
  private static final double LEAST_WORTH = 0.3, HALVED_AT_SESSIONS = 5_000;

  /**
   * The same as far as nobody knows by what slates were chosen. There, what has a low score was
   * shown because of something else that spoke for it, and a point looks worth less than it is
   * between these and the hundreds that were not shown; so learned effects must not outweigh it.
   * Least of all where a rep typed words: what colleagues choose orders what answers them, and no
   * more (docs/adr/0008).
   */
  private static final double LEAST_WORTH_UNOBSERVED = 0.8, LEAST_WORTH_UNOBSERVED_WITH_WORDS = 2.5;

  private final ModelDocument document;
  private final RankingModel prior;
  private final double temperature;

  /** The share of what was learned of which is known how it came to be shown, in [0, 1]. */
  private final double observed;

  private final FeatureEffects features;
  private final TypeEffects types;
  private final KinEffects kin;
  private final Map<String, Double> assets = new HashMap<>();

  /**
   * @param prior with other weights than at the training, perhaps: see {@link Anchoring}
   * @throws IllegalArgumentException when the document is for another schema or format, for a prior
   *     whose weights nobody knows any more, or does not make sense
   */
  public LearnedModel(ModelDocument document, RankingModel prior) {
    if (document.format() < ModelDocument.OLDEST_FORMAT || document.format() > ModelDocument.FORMAT)
      throw new IllegalArgumentException("a model of format " + document.format());
    if (document.schemaVersion() != RankingFeature.SCHEMA.version())
      throw new IllegalArgumentException(
          "trained on features of version " + document.schemaVersion());
    this.document = document;
    this.prior = prior;
    this.temperature = document.temperature().mean();
    var share = document.trained().observed();
    this.observed = share == null ? 0 : Math.clamp(share, 0, 1);
    this.kin =
        new KinEffects(document.kinship(), document.trained().shrinkage().getOrDefault("kin", 0.0));
    this.features = new FeatureEffects(features(document, prior), document.featuresByStage());
    this.types = new TypeEffects(document);
    document.assets().forEach((id, effect) -> assets.put(id, effect.mean()));
  }

  /** What the document says, carried over where the expert says something else by now. */
  private static Map<String, Estimate> features(ModelDocument document, RankingModel prior) {
    if (document.prior().equals(prior.version())) return document.features();
    var before = Anchoring.before(document);
    if (before == null || !(prior instanceof LinearPrior now))
      throw new IllegalArgumentException("starts from " + document.prior());
    return Anchoring.features(document, before, now.weights());
  }

  @Override
  public String version() {
    return document.version();
  }

  @Override
  public String loggedAs() {
    return carriedOver() ? version() + '@' + prior.version() : version();
  }

  @Override
  public FeatureSchema schema() {
    return RankingFeature.SCHEMA;
  }

  public ModelDocument document() {
    return document;
  }

  /** Whether the experts' weights have changed since it was trained. */
  public boolean carriedOver() {
    return !document.prior().equals(prior.version());
  }

  /** The same model with the preferences of these reps alone, by {@link PersonKey}. */
  public LearnedModel withTastesOf(Predicate<String> reps) {
    return new LearnedModel(document.withTastesOf(reps), prior);
  }

  /** The same model with how well it did. */
  public LearnedModel tested(HeldOut result) {
    return new LearnedModel(document.tested(result), prior);
  }

  @Override
  public boolean asksForKin() {
    return kin.any();
  }

  @Override
  public double score(Example candidate) {
    double sum = features.sum(candidate);
    for (var effect : LearnedEffect.values()) sum += effect(effect, candidate);
    return prior.score(candidate) + sum * unit(candidate.asked());
  }

  @Override
  public Map<String, Double> contributions(Example candidate) {
    var causes = new LinkedHashMap<>(prior.contributions(candidate));
    learned(candidate).forEach((cause, value) -> causes.merge(cause, value, Double::sum));
    return causes;
  }

  @Override
  public Map<String, Double> learned(Example candidate) {
    double unit = unit(candidate.asked());
    var causes = new LinkedHashMap<String, Double>();
    features.addTo(causes, candidate, unit);
    for (var effect : LearnedEffect.values())
      causes.put(effect.id(), effect(effect, candidate) * unit);
    return causes;
  }

  /**
   * How unsure the effects of the asset, its text and its type are; an asset that was never met is
   * as unsure as such effects were held to be before any event. What is unsure of the features is
   * alike for all candidates and left out.
   */
  @Override
  public double deviation(Example candidate) {
    var asked = candidate.asked();
    var type = candidate.type().id();
    double variance =
        candidate.asset() == null ? 0 : square(document.assets().get(candidate.asset().value()));
    variance += square(document.types().get(type));
    if (asked.stage() != null)
      variance += square(document.typesByStage().get(type + '@' + asked.stage().id()));
    if (asked.industry() != null)
      variance += square(document.typesByIndustry().get(type + '@' + asked.industry()));
    return Math.sqrt(variance + kin.variance(candidate)) * unit(asked);
  }

  private double square(@Nullable Estimate effect) {
    double sd =
        effect == null ? document.trained().shrinkage().getOrDefault("groups", 0.0) : effect.sd();
    return sd * sd;
  }

  /** How many points of the prior one log-odds of a learned effect is. */
  private double unit(Asked asked) {
    double least = asked.inWords() ? LEAST_WORTH_UNOBSERVED_WITH_WORDS : LEAST_WORTH_UNOBSERVED;
    double known = document.trained().sessions() / HALVED_AT_SESSIONS;
    return observed / Math.max(temperature, LEAST_WORTH / (1 + known))
        + (1 - observed) / Math.max(temperature, least);
  }

  private double effect(LearnedEffect effect, Example candidate) {
    return switch (effect) {
      case ASSET ->
          candidate.asset() == null ? 0 : assets.getOrDefault(candidate.asset().value(), 0.0);
      case NEAR_TEXT -> kin.ofText(candidate);
      case AUTHOR -> kin.ofAuthor(candidate);
      case TYPE_AT_STAGE -> types.atStage(candidate);
      case TYPE_IN_INDUSTRY -> types.inIndustry(candidate);
      case TYPE_FOR_PERSONA -> types.forPersona(candidate);
      case TYPE_FOR_REP -> types.forRep(candidate);
      case TYPE_FOR_TEAM -> types.forTeam(candidate);
    };
  }
}
