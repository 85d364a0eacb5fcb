package dev.tandem.testing;

import dev.tandem.identity.Role;
import dev.tandem.identity.Scope;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithSecurityContext;
import org.springframework.security.test.context.support.WithSecurityContextFactory;

/** Somebody of this role is signed in while the test runs, under the role's name. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@WithSecurityContext(factory = SignedInAs.Factory.class)
public @interface SignedInAs {
  Role value();

  /** Makes the same authorities as a real sign-in, and a token with all scopes. */
  class Factory implements WithSecurityContextFactory<SignedInAs> {
    @Override
    public SecurityContext createSecurityContext(SignedInAs signedIn) {
      var role = signedIn.value();
      var name = role.name().toLowerCase(Locale.ROOT);
      var user = new User(new UserId(name), "Some " + name, role);
      var context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(
          new TestingAuthenticationToken(
              user,
              "",
              Stream.concat(
                      role.including().stream().map(each -> "ROLE_" + each.name()),
                      Scope.all().stream().map(scope -> "SCOPE_" + scope.id()))
                  .toArray(String[]::new)));
      return context;
    }
  }
}
