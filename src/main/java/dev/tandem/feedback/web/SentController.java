package dev.tandem.feedback.web;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.Shares;
import dev.tandem.identity.CurrentUser;
import dev.tandem.shared.CallerInput;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What buyers were given, and what they did with it. Giving is an event: {@code share}. */
@RestController
@PreAuthorize("isAuthenticated()")
class SentController {
  private final Shares shares;
  private final Opportunities opportunities;
  private final CurrentUser currentUser;

  SentController(Shares shares, Opportunities opportunities, CurrentUser currentUser) {
    this.shares = shares;
    this.opportunities = opportunities;
    this.currentUser = currentUser;
  }

  /**
   * @param copied its link was copied rather than sent from here
   * @param viewers visits; one person may visit twice
   * @param seconds how long these lasted altogether
   * @param viewedAt the newest visit, or null
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Sent(
      String asset,
      @Nullable String deal,
      String rep,
      Instant at,
      boolean copied,
      long viewers,
      double seconds,
      @Nullable Instant viewedAt) {
    static Sent of(Shares.Sent one) {
      var deal = one.deal();
      return new Sent(
          one.asset().value(),
          deal == null ? null : deal.value(),
          one.rep().value(),
          one.at(),
          one.copied(),
          one.viewers(),
          one.seconds(),
          one.viewedAt());
    }
  }

  @GetMapping("/api/v1/me/shares")
  @Operation(summary = "What the caller gave to buyers, newest first, and who looked")
  List<Sent> mine(@RequestParam(defaultValue = "100") int limit) {
    return shares.by(currentUser.require().id(), CallerInput.limit(limit)).stream()
        .map(Sent::of)
        .toList();
  }

  @GetMapping("/api/v1/opportunities/{id}/shares")
  @Operation(summary = "What a deal's buyer was given, newest first, and who looked")
  List<Sent> onDeal(@PathVariable String id) {
    var deal = CallerInput.read(() -> new OpportunityId(id));
    if (opportunities.find(deal).isEmpty()) throw CallerInput.missing("no deal " + id);
    return shares.onDeal(deal).stream().map(Sent::of).toList();
  }
}
