package dev.tandem.recommendation;

import dev.tandem.deals.DealDescription;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A deal as callers and situation files describe it; everything may be missing.
 *
 * @param stage a journey stage or a CRM's stage name
 * @param persona, competitor one or several names, separated by {@code |} or {@code ;}
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record DescribedDeal(
    @Nullable String industry,
    @Nullable String companySize,
    @Nullable String region,
    @Nullable String persona,
    @Nullable List<String> personas,
    @Nullable String stage,
    @Nullable String competitor,
    @Nullable List<String> competitors,
    @Nullable List<String> products,
    @Nullable String notes) {

  public static final DescribedDeal NOTHING =
      new DescribedDeal(null, null, null, null, null, null, null, null, null, null);

  public DealDescription toDescription() {
    return new DealDescription(
        industry,
        companySize,
        region,
        both(persona, personas),
        stage,
        both(competitor, competitors),
        both(null, products),
        notes);
  }

  private static List<String> both(@Nullable String one, @Nullable List<String> many) {
    var first = one == null ? Stream.<String>empty() : Arrays.stream(one.split("[|;]"));
    var rest = many == null ? Stream.<String>empty() : many.stream().filter(Objects::nonNull);
    return Stream.concat(first, rest)
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }
}
