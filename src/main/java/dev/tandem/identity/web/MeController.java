package dev.tandem.identity.web;

import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.GrantedScopes;
import dev.tandem.identity.Scope;
import dev.tandem.identity.User;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

@RestController
@Tag(name = "identity")
class MeController {
  private final CurrentUser currentUser;
  private final GrantedScopes granted;

  MeController(CurrentUser currentUser, GrantedScopes granted) {
    this.currentUser = currentUser;
    this.granted = granted;
  }

  @GetMapping("/api/v1/me")
  @Operation(summary = "Whom the token acts for, with which role and scopes: a check of the token")
  Me me() {
    return Me.of(currentUser.require(), granted.scopes());
  }

  /**
   * @param role rep, marketer or administrator: the lower of the token's and the user's
   * @param scopes what the token may be used for
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Me(String id, String displayName, String role, List<String> scopes) {
    static Me of(User user, Set<Scope> scopes) {
      return new Me(
          user.id().value(),
          user.displayName(),
          user.role().id(),
          scopes.stream().sorted().map(Scope::id).toList());
    }
  }
}
