package dev.tandem.identity;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Reads who is asking from the running request. */
@Component
class SecurityContextUser implements CurrentUser, OwnAccount {
  private final JdbcUsers users;
  private final PasswordEncoder passwords;

  SecurityContextUser(JdbcUsers users, PasswordEncoder passwords) {
    this.users = users;
    this.passwords = passwords;
  }

  @Override
  public Optional<User> get() {
    return switch (principal()) {
      case SignedInUser signedIn -> Optional.of(signedIn.user());
      case User user -> Optional.of(user);
      default -> Optional.empty();
    };
  }

  @Override
  public boolean mustChangePassword() {
    return principal() instanceof SignedInUser signedIn && signedIn.mustChangePassword();
  }

  @Override
  public UserChange changePassword(String current, String chosen) {
    if (!(principal() instanceof SignedInUser signedIn))
      return new UserChange.Refused("Sign in to change the password.");
    var id = signedIn.user().id();
    var stored = users.credentialsOf(id);
    if (stored.isEmpty() || !passwords.matches(current, stored.get().passwordHash()))
      return new UserChange.Refused("The current password is not right.");
    if (current.equals(chosen))
      return new UserChange.Refused("The new password is the same as the current one.");
    var outcome = users.setPassword(id, chosen, false);
    if (outcome instanceof UserChange.Done) users.credentialsOf(id).ifPresent(signedIn::follow);
    return outcome;
  }

  private static Object principal() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    var principal = authentication == null ? null : authentication.getPrincipal();
    return principal == null ? "" : principal;
  }
}
