package dev.tandem.identity;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.ServletRequestPathUtils;

/** Lets a call pass that comes with a token for its role and its scope. */
final class ScopeRule implements AuthorizationManager<RequestAuthorizationContext> {
  private final Role lowest;

  ScopeRule(Role lowest) {
    this.lowest = lowest;
  }

  /** The one scope that was missing; the role would have done. */
  record Missing(Scope scope) implements AuthorizationResult {
    @Override
    public boolean isGranted() {
      return false;
    }
  }

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext context) {
    if (!(caller.get() instanceof TokenAuthentication token)
        || token.user().role().compareTo(lowest) < 0) return new AuthorizationDecision(false);
    var request = context.getRequest();
    var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    var needed = ScopeTable.neededFor(request.getMethod(), path);
    if (needed.isPresent() && !token.scopes().contains(needed.get()))
      return new Missing(needed.get());
    return new AuthorizationDecision(true);
  }
}
