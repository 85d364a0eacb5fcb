package dev.tandem.requests;

import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Content that somebody needs and did not find.
 *
 * @param done null while it is open
 */
public record ContentRequest(
    long id, UserId askedBy, Instant askedAt, Wish wish, @Nullable Done done) {

  /**
   * @param need in the asker's words, 1 to 2,000 characters
   * @param query what was typed, may be empty
   * @param filters what was chosen beside it, for people, may be empty
   * @param address the parameters of the search page, to look again
   * @param deal for which it is needed
   */
  public record Wish(
      String need, String query, String filters, String address, @Nullable OpportunityId deal) {
    public Wish {
      need = need.strip();
      if (need.isEmpty() || need.length() > 2_000)
        throw new IllegalArgumentException("what is needed has 1 to 2,000 characters");
      if (query.length() > 2_000 || filters.length() > 4_000 || address.length() > 8_000)
        throw new IllegalArgumentException("this search is too long to be passed on");
    }
  }

  public record Done(UserId by, Instant at) {}

  public boolean isOpen() {
    return done == null;
  }
}
