package dev.tandem.deals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deal in a caller's own words, as situations and the API give it; nothing is required.
 *
 * @param stage a journey stage or a CRM's stage name
 */
public record DealDescription(
    @Nullable String industry,
    @Nullable String companySize,
    @Nullable String region,
    List<String> personas,
    @Nullable String stage,
    List<String> competitors,
    List<String> products,
    @Nullable String notes) {
  public DealDescription {
    personas = List.copyOf(personas);
    competitors = List.copyOf(competitors);
    products = List.copyOf(products);
  }
}
