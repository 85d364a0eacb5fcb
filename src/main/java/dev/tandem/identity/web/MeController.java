package dev.tandem.identity.web;

import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.User;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

@RestController
@Tag(name = "identity")
class MeController {
  private final CurrentUser currentUser;

  MeController(CurrentUser currentUser) {
    this.currentUser = currentUser;
  }

  @GetMapping("/api/v1/me")
  @Operation(summary = "Whom the token acts for, and with which role: a check of the token")
  Me me() {
    return Me.of(currentUser.require());
  }

  /**
   * @param role rep, marketer or administrator: the lower of the token's and the user's
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Me(String id, String displayName, String role) {
    static Me of(User user) {
      return new Me(user.id().value(), user.displayName(), user.role().id());
    }
  }
}
