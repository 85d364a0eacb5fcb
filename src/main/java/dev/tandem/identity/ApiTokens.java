package dev.tandem.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens for programs. A token acts for its user with its own role or the user's, whichever
 * is the lower, within its scopes, and is stored as a hash only.
 */
public interface ApiTokens {

  /**
   * @param name what the token is for, up to 200 characters
   * @param role not above the user's
   * @param validFor empty: until it is revoked
   */
  default Issue issue(UserId user, Role role, String name, Optional<Duration> validFor) {
    return issue(user, role, Scope.all(), name, validFor);
  }

  /**
   * @param scopes what it may be used for, at least one; all of them means also those that come
   *     with later versions
   */
  Issue issue(UserId user, Role role, Set<Scope> scopes, String name, Optional<Duration> validFor);

  /** Makes a token worthless at once; false when there is no such token in use. */
  boolean revoke(long id);

  /** All tokens that were ever issued, newest first. */
  List<ApiToken> all();

  /** What became of a wish for a token. */
  sealed interface Issue {
    /**
     * @param secret shown this once; nobody can find it out later
     */
    record Issued(ApiToken token, String secret) implements Issue {
      @Override
      public String toString() {
        return "Issued[" + token + "]";
      }
    }

    /**
     * @param reason a sentence for the person who asked
     */
    record Refused(String reason) implements Issue {}
  }

  /**
   * @param expiresAt null: never
   * @param lastUsedAt to the minute; null: never used
   */
  record ApiToken(
      long id,
      String name,
      UserId user,
      Role role,
      Set<Scope> scopes,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt,
      @Nullable Instant revokedAt) {
    public ApiToken {
      scopes = Set.copyOf(scopes);
    }
  }
}
