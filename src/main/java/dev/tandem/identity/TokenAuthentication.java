package dev.tandem.identity;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody who came by an API token. */
final class TokenAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1;

  private final transient JdbcApiTokens.Bearer bearer;

  TokenAuthentication(JdbcApiTokens.Bearer bearer) {
    super(List.copyOf(SignedInUser.authorities(bearer.user().role())));
    this.bearer = bearer;
    setAuthenticated(true);
  }

  long tokenId() {
    return bearer.tokenId();
  }

  User user() {
    return bearer.user();
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return bearer.user();
  }

  /** Names the token, not its user: each has limits of its own. */
  @Override
  public String getName() {
    return "token " + bearer.tokenId();
  }
}
