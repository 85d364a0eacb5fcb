package dev.tandem.feedback;

import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.time.Instant;
import java.util.List;

/** What was looked for on the search page, and what came of it. */
public interface SearchTrails {

  /** What one person looked for, newest first; the same words may come several times. */
  List<Searched> by(UserId rep, int limit);

  /**
   * Searches after which an asset that they showed was opened, downloaded, copied or sent, since a
   * moment; newest first, each use by itself. Uses that were taken back are left out.
   */
  List<Successful> successfulSince(Instant since, int limit);

  record Searched(String query, Instant at) {}

  /**
   * @param asset what was used
   */
  record Successful(String query, UserId rep, AssetId asset, Instant at) {}
}
