package dev.tandem.api;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Guards changes where two people could overwrite each other: an answer's {@code ETag} comes back
 * as {@code If-Match} (RFC 9110, 13.1.1); without it, the last one wins.
 */
public final class EntityTag {
  private EntityTag() {}

  /** The tag of something that counts its changes. */
  public static String of(long revision) {
    return "\"" + revision + "\"";
  }

  /**
   * Goes on when nothing is asked or one of the tags is the current one.
   *
   * @throws ResponseStatusException 412 otherwise
   */
  public static void require(@Nullable String ifMatch, String current) {
    if (ifMatch == null || ifMatch.strip().equals("*")) return;
    if (Arrays.stream(ifMatch.split(",", -1)).map(String::strip).noneMatch(current::equals))
      throw stale();
  }

  /** What is answered when somebody else was faster. */
  public static ResponseStatusException stale() {
    return new ResponseStatusException(
        HttpStatus.PRECONDITION_FAILED,
        "It was changed meanwhile. Read it again, and send your change with its new ETag.");
  }
}
