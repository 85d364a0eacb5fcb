package dev.tandem.identity;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks name and password behind the throttle. Unknown, disabled and password-less users cost the
 * same work and get the same answer as a wrong password.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {
  private static final Logger log = LoggerFactory.getLogger(PasswordSignIn.class);

  private final SignInThrottle throttle;
  private final JdbcUsers users;
  private final DaoAuthenticationProvider check;

  PasswordSignIn(SignInThrottle throttle, JdbcUsers users, PasswordEncoder passwords) {
    this.throttle = throttle;
    this.users = users;
    check = new DaoAuthenticationProvider(this::load);
    check.setPasswordEncoder(passwords);
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    var typed = attempt.getName().strip().toLowerCase(Locale.ROOT);
    var name = typed.length() > 120 ? typed.substring(0, 120) : typed;
    var address =
        attempt.getDetails() instanceof WebAuthenticationDetails details
            ? String.valueOf(details.getRemoteAddress())
            : "";
    var wait = throttle.refuses(name, address);
    if (wait.isPresent()) {
      log.warn("Sign-in from {} as {} has to wait {}", address, loggable(name), wait.get());
      throw new SignInThrottledException(wait.get());
    }
    try {
      var signedIn = check.authenticate(attempt);
      if (signedIn == null) throw new BadCredentialsException("not checked");
      throttle.succeeded(name, address);
      log.info("{} signed in from {}", name, address);
      return signedIn;
    } catch (AuthenticationException refused) {
      log.warn("Sign-in from {} as {} failed", address, loggable(name));
      throw refused;
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  private UserDetails load(String name) {
    try {
      return users
          .credentialsOf(new UserId(name))
          .map(SignedInUser::new)
          .orElseThrow(() -> new UsernameNotFoundException("unknown"));
    } catch (IllegalArgumentException malformed) {
      throw new UsernameNotFoundException("malformed", malformed);
    }
  }

  /** Passwords are sometimes typed into the name's field: what is no user's name is not logged. */
  private String loggable(String name) {
    try {
      return users.find(new UserId(name)).map(known -> name).orElse("an unknown user");
    } catch (IllegalArgumentException malformed) {
      return "an unknown user";
    }
  }
}
