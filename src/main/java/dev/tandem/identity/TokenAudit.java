package dev.tandem.identity;

import java.time.Instant;
import java.util.List;

/** What programs did by their API tokens. Reading is not written down, changing is. */
public interface TokenAudit {

  /**
   * One call that changed something, or tried to.
   *
   * @param path without what stands behind the question mark
   * @param status that was answered
   */
  record Entry(
      long number, long token, UserId user, String method, String path, int status, Instant at) {}

  /**
   * Newest first.
   *
   * @param before only entries of a lower number; {@link Long#MAX_VALUE} for the newest
   * @param limit 1 to 1,000
   */
  List<Entry> before(long before, int limit);
}
