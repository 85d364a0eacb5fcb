package dev.tandem.deals.web;

import dev.tandem.deals.DealJson;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.identity.UserId;
import dev.tandem.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Deals one by one, as a CRM adapter keeps them. */
@RestController
@RequestMapping("/api/v1/opportunities")
@PreAuthorize("isAuthenticated()")
class OpportunityController {
  private final Opportunities opportunities;
  private final Taxonomy taxonomy;
  private final CurrentUser currentUser;

  OpportunityController(Opportunities opportunities, Taxonomy taxonomy, CurrentUser currentUser) {
    this.opportunities = opportunities;
    this.taxonomy = taxonomy;
    this.currentUser = currentUser;
  }

  @GetMapping("/{id}")
  DealJson get(@PathVariable String id) {
    var deal =
        opportunities
            .find(id(id))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no deal " + id));
    return DealJson.of(deal, opportunities.stageOf(deal));
  }

  /**
   * Adds or replaces a deal. Administrators may do it for all, reps and marketers for their own.
   */
  @PutMapping("/{id}")
  DealJson put(@PathVariable String id, @RequestBody DealJson deal) {
    var key = id(id);
    var user = currentUser.require();
    if (user.role() != Role.ADMINISTRATOR) {
      var stored = opportunities.find(key).orElse(null);
      requireOwn(user.id(), stored == null ? null : stored.owner());
      requireOwn(user.id(), deal.owner() == null ? null : new UserId(deal.owner()));
    }
    try {
      opportunities.receive(deal.toOpportunity(key, taxonomy));
    } catch (IllegalArgumentException wrong) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, wrong.getMessage(), wrong);
    }
    return get(id);
  }

  private static void requireOwn(UserId user, @Nullable UserId owner) {
    if (owner != null && !owner.equals(user))
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "the deal belongs to " + owner + "; ask an administrator");
  }

  private static OpportunityId id(String id) {
    try {
      return new OpportunityId(id);
    } catch (IllegalArgumentException wrong) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, wrong.getMessage(), wrong);
    }
  }
}
