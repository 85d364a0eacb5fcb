package dev.tandem.recommendation.web;

import dev.tandem.api.IgnoredFields;
import dev.tandem.deals.DealContext;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.CurrentUser;
import dev.tandem.recommendation.DescribedDeal;
import dev.tandem.recommendation.RecommendationRequest;
import dev.tandem.recommendation.Recommender;
import dev.tandem.recommendation.SlateNotLoggedException;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.taxonomy.Audience;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Recommendations for a stored deal, a described one, or words alone. */
@RestController
@RequestMapping("/api/v1/recommendations")
@PreAuthorize("isAuthenticated()")
class RecommendationController {
  private final Recommender recommender;
  private final Opportunities opportunities;
  private final CurrentUser currentUser;

  RecommendationController(
      Recommender recommender, Opportunities opportunities, CurrentUser currentUser) {
    this.recommender = recommender;
    this.opportunities = opportunities;
    this.currentUser = currentUser;
  }

  @PostMapping
  RecommendationAnswer recommend(
      @Valid @RequestBody RecommendationCall call, HttpServletRequest http) {
    var id = dealId(call.dealId());
    boolean unknown = id != null && opportunities.find(id).isEmpty();
    var request =
        new RecommendationRequest(
            currentUser.require().id(),
            surface(call.surface()),
            context(id, unknown, Objects.requireNonNullElse(call.deal(), DescribedDeal.NOTHING)),
            Objects.requireNonNullElse(call.query(), ""),
            Filters.NONE,
            audiences(call.audience()),
            Objects.requireNonNullElse(call.limit(), RecommendationCall.USUAL_LIMIT));
    try {
      return RecommendationAnswer.of(
          recommender.recommend(request),
          unknown ? "no deal " + id + " is known here; answered without its history" : null,
          IgnoredFields.of(http));
    } catch (SlateNotLoggedException e) {
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage(), e);
    }
  }

  /** What the caller says of the deal goes beyond what is stored. */
  private DealContext context(@Nullable OpportunityId id, boolean unknown, DescribedDeal words) {
    var described = opportunities.contextOf(words.toDescription());
    if (id == null) return described;
    var stored = unknown ? DealContext.EMPTY : opportunities.contextOf(id);
    return new DealContext(
        id,
        described.stage().stage() != null ? described.stage() : stored.stage(),
        described.industry() != null ? described.industry() : stored.industry(),
        described.companySize() != null ? described.companySize() : stored.companySize(),
        described.region() != null ? described.region() : stored.region(),
        described.personas().isEmpty() ? stored.personas() : described.personas(),
        described.competitors().isEmpty() ? stored.competitors() : described.competitors(),
        described.products().isEmpty() ? stored.products() : described.products(),
        described.notes() != null ? described.notes() : stored.notes());
  }

  private static @Nullable OpportunityId dealId(@Nullable String id) {
    if (id == null || id.isBlank()) return null;
    try {
      return new OpportunityId(id);
    } catch (IllegalArgumentException e) {
      throw wrong("deal_id: " + e.getMessage());
    }
  }

  private static Surface surface(@Nullable String name) {
    if (name == null || name.isBlank()) return Surface.API;
    for (var surface : Surface.values())
      if (surface.id().equals(name.strip().toLowerCase(Locale.ROOT))) return surface;
    throw wrong("surface: expected search, deal, sidebar or api, got '" + name + "'");
  }

  private static Set<Audience> audiences(@Nullable String name) {
    if (name == null || name.isBlank()) return Set.of(Audience.values());
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "buyer" -> Set.of(Audience.BUYER);
      case "internal" -> Set.of(Audience.values());
      default -> throw wrong("audience: expected buyer or internal, got '" + name + "'");
    };
  }

  private static ResponseStatusException wrong(String detail) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
  }
}
