package dev.tandem.learning;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a model learned of texts that are near to others, and of who wrote them. */
final class KinEffects {
  private final Map<String, Estimate> near;
  private final Map<String, Estimate> authors;
  private final double unmet;

  /**
   * @param kinship null where a model learned nothing of it
   * @param unmet how unsure an effect is of which nothing was seen
   */
  KinEffects(ModelDocument.@Nullable Kinship kinship, double unmet) {
    this.near = kinship == null ? Map.of() : kinship.near();
    this.authors = kinship == null ? Map.of() : kinship.authors();
    this.unmet = unmet;
  }

  boolean any() {
    return !near.isEmpty() || !authors.isEmpty();
  }

  double ofText(Example candidate) {
    if (near.isEmpty() || candidate.asset() == null) return 0;
    var kin = candidate.kin();
    double sum = kin.own() * mean(near.get(candidate.asset().value()));
    for (var each : kin.near()) sum += each.weight() * mean(near.get(each.asset().value()));
    return sum;
  }

  double ofAuthor(Example candidate) {
    var author = candidate.kin().author();
    return author == null ? 0 : mean(authors.get(author));
  }

  /** Of both effects together; the smoothed one counts as if its parts were independent. */
  double variance(Example candidate) {
    if (!any() || candidate.asset() == null) return 0;
    var kin = candidate.kin();
    double sum = square(kin.own() * deviation(near.get(candidate.asset().value())));
    for (var each : kin.near())
      sum += square(each.weight() * deviation(near.get(each.asset().value())));
    return kin.author() == null ? sum : sum + square(deviation(authors.get(kin.author())));
  }

  private double deviation(@Nullable Estimate effect) {
    return effect == null ? unmet : effect.sd();
  }

  private static double mean(@Nullable Estimate effect) {
    return effect == null ? 0 : effect.mean();
  }

  private static double square(double value) {
    return value * value;
  }
}
