package dev.tandem.identity;

import java.util.Optional;

/**
 * Who is asking, from the session or the API token of the running request. A module with its own
 * way in takes part by an {@code Authentication} whose principal is a {@link User}.
 */
public interface CurrentUser {

  /** The signed-in user; empty outside a request. */
  Optional<User> get();

  /** The signed-in user; throws {@link IllegalStateException} where there is none. */
  default User require() {
    return get().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
  }
}
