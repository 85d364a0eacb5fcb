package dev.tandem.identity;

import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What the token of the running request may be used for. */
@Component
public class GrantedScopes {

  /** None where nobody came by a token. */
  public Set<Scope> scopes() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof TokenAuthentication token
        ? token.scopes()
        : Set.of();
  }
}
