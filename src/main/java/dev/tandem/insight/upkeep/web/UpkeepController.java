package dev.tandem.insight.upkeep.web;

import dev.tandem.insight.upkeep.AssetUpkeep;
import dev.tandem.insight.upkeep.LibraryUpkeep;
import dev.tandem.insight.upkeep.Retirement;
import dev.tandem.shared.CallerInput;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What should be reviewed, and what may go. It is done by changing the asset. */
@RestController
@RequestMapping("/api/v1/insight/upkeep")
@PreAuthorize("hasAnyRole('MARKETER', 'ADMINISTRATOR')")
class UpkeepController {
  private final LibraryUpkeep upkeep;

  UpkeepController(LibraryUpkeep upkeep) {
    this.upkeep = upkeep;
  }

  /**
   * @param kind expired, due, called_outdated, subject_changed, results_fell or soon
   */
  record Reason(String kind, String words) {}

  record Review(String asset, String title, List<Reason> reasons) {
    static Review of(AssetUpkeep one) {
      return new Review(
          one.asset().id().value(),
          one.asset().title().value(),
          one.reasons().stream()
              .map(
                  reason ->
                      new Reason(reason.kind().name().toLowerCase(Locale.ROOT), reason.words()))
              .toList());
    }
  }

  /**
   * @param openDeals on which it was used
   * @param better a near copy that says the same and is used more, or null
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Leaving(
      String asset,
      String title,
      String why,
      long uses,
      long usesLastYear,
      List<String> openDeals,
      @Nullable String better) {
    static Leaving of(Retirement one) {
      var better = one.better();
      return new Leaving(
          one.asset().id().value(),
          one.asset().title().value(),
          one.why(),
          one.uses(),
          one.usesLastYear(),
          one.openDeals().stream().map(deal -> deal.id().value()).toList(),
          better == null ? null : better.value());
    }
  }

  record Retirements(int total, List<Leaving> items) {}

  @GetMapping("/reviews")
  @Operation(summary = "What should be looked at and why, the most pressing first")
  List<Review> reviews() {
    return upkeep.toReview().stream().map(Review::of).toList();
  }

  @GetMapping("/retirements")
  @Operation(summary = "What may go, that with the least to lose first")
  Retirements retirements(@RequestParam(defaultValue = "100") int limit) {
    var found = upkeep.toRetire(CallerInput.limit(limit));
    return new Retirements(found.total(), found.first().stream().map(Leaving::of).toList());
  }
}
