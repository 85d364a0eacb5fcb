package dev.tandem.embed;

import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.CurrentUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** For the CRM's server: exchanges an API token for a sidebar token of its user. */
@RestController
@RequestMapping("/api/v1/embed")
class EmbedTokenController {

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Wanted(@Size(max = 200) @Nullable String dealId) {}

  /**
   * @param path where the page is; the token stands behind the #, so that no server logs it
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Issued(String token, long expiresInSeconds, String path) {}

  private final EmbedTokens tokens;
  private final EmbedSettings settings;
  private final CurrentUser user;

  EmbedTokenController(EmbedTokens tokens, EmbedSettings settings, CurrentUser user) {
    this.tokens = tokens;
    this.settings = settings;
    this.user = user;
  }

  @PostMapping("/tokens")
  Issued issue(@Valid @RequestBody Wanted wanted) {
    var deal = wanted.dealId();
    var token =
        tokens.issue(
            user.require().id(), deal == null || deal.isBlank() ? null : new OpportunityId(deal));
    return new Issued(token, settings.tokenLife().toSeconds(), "/embed/deal#token=" + token);
  }
}
