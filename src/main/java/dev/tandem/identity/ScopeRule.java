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
    var asking = caller.get();
    if (asking == null || !has(asking, SignedInUser.authority(lowest)))
      return new AuthorizationDecision(false);
    var request = context.getRequest();
    var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    var needed = ScopeTable.neededFor(request.getMethod(), path);
    if (needed.isPresent() && !has(asking, needed.get().authority()))
      return new Missing(needed.get());
    return new AuthorizationDecision(true);
  }

  private static boolean has(Authentication asking, String authority) {
    return asking.getAuthorities().stream()
        .anyMatch(granted -> authority.equals(granted.getAuthority()));
  }
}
