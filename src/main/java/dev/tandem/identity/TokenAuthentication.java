package dev.tandem.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody who came by an API token. */
final class TokenAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1;

  private final transient JdbcApiTokens.Bearer bearer;

  TokenAuthentication(JdbcApiTokens.Bearer bearer) {
    super(authorities(bearer));
    this.bearer = bearer;
    setAuthenticated(true);
  }

  private static List<GrantedAuthority> authorities(JdbcApiTokens.Bearer bearer) {
    return Stream.concat(
            SignedInUser.authorities(bearer.user().role()).stream(),
            bearer.scopes().stream().map(one -> new SimpleGrantedAuthority(one.authority())))
        .toList();
  }

  Set<Scope> scopes() {
    return bearer.scopes();
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
