package dev.tandem.identity;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The principal of a session; it holds the password's hash only while that is compared. */
final class SignedInUser implements UserDetails, CredentialsContainer {
  private static final long serialVersionUID = 1;

  private final String id;
  private final String displayName;
  private final Role role;
  private @Nullable String passwordHash;
  private volatile boolean mustChangePassword;
  private volatile int signInVersion;

  SignedInUser(StoredCredentials stored) {
    id = stored.user().id().value();
    displayName = stored.user().displayName();
    role = stored.user().role();
    passwordHash = stored.passwordHash();
    mustChangePassword = stored.mustChangePassword();
    signInVersion = stored.signInVersion();
  }

  User user() {
    return new User(new UserId(id), displayName, role);
  }

  boolean mustChangePassword() {
    return mustChangePassword;
  }

  /** Whether this session began under what is stored now. */
  boolean isCurrent(StoredCredentials stored) {
    return stored.signInVersion() == signInVersion;
  }

  /** Keeps this one session alive over a change that its own user made. */
  void follow(StoredCredentials stored) {
    mustChangePassword = stored.mustChangePassword();
    signInVersion = stored.signInVersion();
  }

  static String authority(Role role) {
    return "ROLE_" + role.name();
  }

  static List<GrantedAuthority> authorities(Role role) {
    return role.including().stream()
        .<GrantedAuthority>map(one -> new SimpleGrantedAuthority(authority(one)))
        .toList();
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return authorities(role);
  }

  @Override
  public @Nullable String getPassword() {
    return passwordHash;
  }

  @Override
  public String getUsername() {
    return id;
  }

  @Override
  public void eraseCredentials() {
    passwordHash = null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedInUser user && user.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return id;
  }
}
