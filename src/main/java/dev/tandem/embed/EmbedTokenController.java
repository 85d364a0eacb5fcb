package dev.tandem.embed;

import dev.tandem.deals.OpportunityId;
import dev.tandem.embed.context.DealHint;
import dev.tandem.embed.context.Tenants;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * For the CRM's server, such as the Apex code behind a Lightning component: exchanges an API token
 * for a sidebar token of its user, or, an administrator's, of any user.
 */
@RestController
@RequestMapping("/api/v1/embed")
class EmbedTokenController {

  /**
   * @param dealId may be missing
   * @param user whom the sidebar is for: the token's own user when missing
   * @param crm the tenant in whose frame it is shown, or null
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Wanted(
      @Size(max = 200) @Nullable String dealId,
      @Size(max = 120) @Nullable String user,
      @Size(max = 40) @Nullable String crm) {}

  /**
   * @param path where the page is; the token stands behind the #, so that no server logs it
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Issued(String token, long expiresInSeconds, String path) {}

  private final EmbedTokens tokens;
  private final EmbedSettings settings;
  private final Tenants tenants;
  private final Users users;
  private final CurrentUser user;

  EmbedTokenController(
      EmbedTokens tokens, EmbedSettings settings, Tenants tenants, Users users, CurrentUser user) {
    this.tokens = tokens;
    this.settings = settings;
    this.tenants = tenants;
    this.users = users;
    this.user = user;
  }

  @PostMapping("/tokens")
  Issued issue(@Valid @RequestBody Wanted wanted) {
    var crm = wanted.crm();
    if (crm != null && tenants.find(crm).isEmpty())
      throw wrong(HttpStatus.BAD_REQUEST, "crm: there is no tenant '" + crm + "'");
    var surface = crm == null ? EmbedContext.API : crm;
    var token = tokens.issue(rep(wanted), deal(wanted), DealHint.NOTHING, surface);
    var page = crm == null ? "/embed/deal" : "/embed/deal?crm=" + crm;
    return new Issued(token, settings.tokenLife().toSeconds(), page + "#token=" + token);
  }

  private UserId rep(Wanted wanted) {
    var own = user.require();
    if (wanted.user() == null || wanted.user().isBlank()) return own.id();
    UserId other;
    try {
      other = new UserId(wanted.user());
    } catch (IllegalArgumentException malformed) {
      throw wrong(HttpStatus.BAD_REQUEST, "user: " + malformed.getMessage());
    }
    if (other.equals(own.id())) return other;
    if (own.role() != Role.ADMINISTRATOR)
      throw wrong(HttpStatus.FORBIDDEN, "only an administrator's token may ask for another user");
    if (users.find(other).filter(account -> !account.disabled()).isEmpty())
      throw wrong(HttpStatus.BAD_REQUEST, "user: there is no active user '" + other + "'");
    return other;
  }

  private @Nullable OpportunityId deal(Wanted wanted) {
    var id = wanted.dealId();
    if (id == null || id.isBlank()) return null;
    try {
      return new OpportunityId(id);
    } catch (IllegalArgumentException malformed) {
      throw wrong(HttpStatus.BAD_REQUEST, "deal_id: " + malformed.getMessage());
    }
  }

  private static ResponseStatusException wrong(HttpStatus status, String detail) {
    return new ResponseStatusException(status, detail);
  }
}
