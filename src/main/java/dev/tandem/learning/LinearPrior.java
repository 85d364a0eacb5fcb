package dev.tandem.learning;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ranking before anything was learned: a weighted sum of {@link RankingFeature}s.
 *
 * <p>Expert weights, not fitted ones. The unit is chosen so that a difference of 1 between two
 * assets is one that a seller would notice; each line says why it weighs what it does.
 */
public final class LinearPrior implements RankingModel {

  private static final String WEIGHTS =
      """
      meaning_match                 |  1.4  | Other words for the same need; a single word leaves much open, though.
      meaning_match_long_query      |  2.6  | A sentence says what is meant.
      notes_meaning                 |  2.5  | The buyer's question, in whatever words.
      context_meaning               |  0.9  | Speaks of what this deal is about.
      text_match                    |  1.4  | The rep said what is wanted; nothing else says it so plainly.
      text_match_long_query         |  0.2  | A whole sentence tells more than a word, so its match can be trusted more.
      notes_match                   |  0.9  | Notes hold the buyer's real question, beside much that is none.
      context_match                 |  0.55 | Texts that speak of the deal's industry or product fit even when nobody labelled them.
      type_asked                    |  0.9  | "case study utilities" wants a case study; but type names are everyday words too.
      term_asked                    |  0.7  | What is labelled with the very thing asked for is about it, not only mentioning it.
      stage_fit                     |  0.7  | Right content at the wrong moment is left unread; a query may ask for it all the same.
      stage_fit_without_query       |  0.3  | With no words to go by, the buyer's stage is the best guide there is.
      type_fits_stage               |  0.4  | Types have their place in the journey, also where the stage label is missing.
      type_fits_stage_without_query |  0.4  | The same, and it guides more when nothing is asked.
      persona_match                 |  0.4  | Written for somebody on the committee; others can read it too.
      industry_match                |  0.8  | Buyers trust proof from their own industry most.
      industry_mismatch             | -0.4  | Another industry's story is second choice, not wrong.
      product_match                 |  1.0  | About what is being sold.
      product_mismatch              | -1.8  | About something else that is sold: of nearly no use here, and confusing.
      competitor_match              |  0.9  | The deal has this rival; little else answers that.
      competitor_mismatch           | -1.0  | Naming a rival the buyer does not consider does harm.
      region_match                  |  0.2  | Local references and law help a little.
      region_mismatch               | -0.4  | Foreign law, prices or references can be plainly wrong.
      language_fit                  |  0.7  | What the buyer cannot read is of no use.
      freshness                     |  0.3  | Old figures and screenshots weaken the case.
      review_overdue                | -0.2  | Nobody has vouched for it lately.
      similar_use                   |  1.2  | Colleagues chose it in the same situation.
      overall_use                   |  0.5  | Chosen often anywhere: a sign of quality, weaker than the same situation.
      rated_helpful                 |  0.6  | Said by people who used it.
      label_confidence              |  0.2  | Of two alike, the one whose labels somebody vouched for.
      """;

  private static final String VERSION = "prior-3";

  private final double[] weights = new double[RankingFeature.SCHEMA.size()];
  private final String version;

  public LinearPrior() {
    version = VERSION;
    WEIGHTS
        .lines()
        .map(line -> line.split("\\|"))
        .forEach(
            cells ->
                weights[RankingFeature.SCHEMA.indexOf(cells[0].strip())] =
                    Double.parseDouble(cells[1].strip()));
  }

  private LinearPrior(double[] weights, String version) {
    System.arraycopy(weights, 0, this.weights, 0, weights.length);
    this.version = version;
  }

  /** The same with some weights multiplied: for trials, in use nowhere. */
  public LinearPrior adjusted(Map<RankingFeature, Double> factors) {
    return adjusted(factors, VERSION + "-trial");
  }

  /**
   * As people decided to use it. Equal factors have the same version, so that what was learned
   * around them is good again when they are.
   */
  static LinearPrior decided(Map<RankingFeature, Double> factors) {
    if (factors.isEmpty()) return new LinearPrior();
    var words = new TreeMap<String, Double>();
    factors.forEach((feature, factor) -> words.put(feature.id(), factor));
    return new LinearPrior()
        .adjusted(factors, "%s-w%08x".formatted(VERSION, words.toString().hashCode()));
  }

  /** Whether this is the version of a prior, with whatever factors. */
  public static boolean isVersion(String version) {
    return version.startsWith("prior-");
  }

  /** By feature. */
  public Map<String, Double> weights() {
    var named = LinkedHashMap.<String, Double>newLinkedHashMap(weights.length);
    for (int i = 0; i < weights.length; i++)
      named.put(schema().features().get(i).name(), weights[i]);
    return named;
  }

  private LinearPrior adjusted(Map<RankingFeature, Double> factors, String name) {
    var changed = weights.clone();
    factors.forEach((feature, factor) -> changed[feature.ordinal()] *= factor);
    return new LinearPrior(changed, name);
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public FeatureSchema schema() {
    return RankingFeature.SCHEMA;
  }

  @Override
  public double score(Example candidate) {
    var features = candidate.features();
    double sum = 0;
    for (int i = 0; i < weights.length; i++) sum += weights[i] * features.value(i);
    return sum;
  }

  @Override
  public Map<String, Double> contributions(Example candidate) {
    var features = candidate.features();
    var contributions = LinkedHashMap.<String, Double>newLinkedHashMap(weights.length);
    for (int i = 0; i < weights.length; i++)
      contributions.put(schema().features().get(i).name(), weights[i] * features.value(i));
    return contributions;
  }
}
