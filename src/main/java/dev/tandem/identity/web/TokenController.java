package dev.tandem.identity.web;

import dev.tandem.identity.ApiTokens;
import dev.tandem.identity.ApiTokens.ApiToken;
import dev.tandem.identity.ApiTokens.Issue;
import dev.tandem.identity.GrantedScopes;
import dev.tandem.identity.Role;
import dev.tandem.identity.Scope;
import dev.tandem.identity.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

@RestController
@RequestMapping("/api/v1/tokens")
@PreAuthorize("hasRole('ADMINISTRATOR')")
@Tag(name = "identity")
class TokenController {
  private final ApiTokens tokens;
  private final GrantedScopes granted;

  TokenController(ApiTokens tokens, GrantedScopes granted) {
    this.tokens = tokens;
    this.granted = granted;
  }

  /**
   * @param role not above the user's
   * @param scopes missing: those of the token that asks
   * @param days missing: until it is revoked
   */
  record Wanted(
      @NotBlank @Size(max = 120) String user,
      @NotBlank @Size(max = 40) String role,
      @Size(max = 20) @Nullable List<@NotBlank @Size(max = 40) String> scopes,
      @Size(max = 200) @Nullable String name,
      @Min(1) @Max(36_500) @Nullable Integer days) {}

  /**
   * @param token the secret; only in the answer that made it
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Token(
      long id,
      String name,
      String user,
      String role,
      List<String> scopes,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt,
      @Nullable Instant revokedAt,
      @Nullable String token) {
    static Token of(ApiToken one, @Nullable String secret) {
      return new Token(
          one.id(),
          one.name(),
          one.user().value(),
          one.role().id(),
          one.scopes().stream().sorted().map(Scope::id).toList(),
          one.createdAt(),
          one.expiresAt(),
          one.lastUsedAt(),
          one.revokedAt(),
          secret);
    }
  }

  @GetMapping
  @Operation(summary = "All tokens that were ever issued, newest first, without their secrets")
  List<Token> list() {
    return tokens.all().stream().map(one -> Token.of(one, null)).toList();
  }

  /** Marked as not to be stored, so that the secret is not kept for an idempotency key either. */
  @PostMapping
  @Operation(
      summary =
          "Issues a token for a user, with no more scopes than the one that asks; its secret is"
              + " shown this once")
  ResponseEntity<Token> issue(@Valid @RequestBody Wanted wanted) {
    var scopes = scopes(wanted);
    var beyond = EnumSet.copyOf(scopes);
    beyond.removeAll(granted.scopes());
    if (!beyond.isEmpty())
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN,
          "scopes: this token lacks " + Scope.list(beyond) + " itself, so it cannot hand it on");
    var name = wanted.name() == null ? "" : wanted.name();
    var validFor = Optional.ofNullable(wanted.days()).map(Duration::ofDays);
    return switch (tokens.issue(user(wanted.user()), role(wanted.role()), scopes, name, validFor)) {
      case Issue.Issued(var token, var secret) ->
          ResponseEntity.created(URI.create("/api/v1/tokens/" + token.id()))
              .cacheControl(CacheControl.noStore())
              .body(Token.of(token, secret));
      case Issue.Refused(var reason) -> throw wrong(reason);
    };
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Revokes a token: whatever uses it is shut out at once")
  void revoke(@PathVariable long id) {
    if (!tokens.revoke(id))
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "there is no token " + id + " that could be revoked");
  }

  private Set<Scope> scopes(Wanted wanted) {
    if (wanted.scopes() == null) return granted.scopes();
    var scopes = EnumSet.noneOf(Scope.class);
    for (var id : wanted.scopes())
      scopes.add(
          Scope.of(id)
              .orElseThrow(
                  () ->
                      wrong(
                          "scopes: there is no '"
                              + id
                              + "'; there are "
                              + Scope.list(Scope.all()))));
    if (scopes.isEmpty()) throw wrong("scopes: name at least one, or leave the field out");
    return scopes;
  }

  private static Role role(String id) {
    return Arrays.stream(Role.values())
        .filter(role -> role.id().equals(id.strip()))
        .findFirst()
        .orElseThrow(() -> wrong("role: 'rep', 'marketer' or 'administrator' is expected"));
  }

  private static UserId user(String name) {
    try {
      return new UserId(name);
    } catch (IllegalArgumentException malformed) {
      throw wrong("user: " + malformed.getMessage());
    }
  }

  private static ResponseStatusException wrong(String detail) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
  }
}
