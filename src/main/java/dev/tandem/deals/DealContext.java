package dev.tandem.deals;

import dev.tandem.taxonomy.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a deal when content is chosen for it; every part may be missing.
 *
 * @param deal the stored deal it was read from, or null for one described by the caller
 */
public record DealContext(
    @Nullable OpportunityId deal,
    StageReading stage,
    @Nullable Term industry,
    @Nullable String companySize,
    @Nullable Term region,
    List<Term> personas,
    List<Term> competitors,
    List<Term> products,
    @Nullable String notes) {
  public static final DealContext EMPTY =
      new DealContext(
          null, StageReading.UNKNOWN, null, null, null, List.of(), List.of(), List.of(), null);

  public DealContext {
    personas = List.copyOf(personas);
    competitors = List.copyOf(competitors);
    products = List.copyOf(products);
  }
}
