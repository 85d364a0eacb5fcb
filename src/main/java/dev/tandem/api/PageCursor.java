package dev.tandem.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Where the next page of a list begins, as a word that callers hand back unread. */
public final class PageCursor {
  private static final Pattern PLACE = Pattern.compile("from:(\\d{1,9})");

  private PageCursor() {}

  /**
   * How many rows lie before the page; 0 without a cursor.
   *
   * @throws ResponseStatusException 400 for what is no cursor
   */
  public static int read(@Nullable String cursor) {
    if (cursor == null || cursor.isBlank()) return 0;
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      var place = PLACE.matcher(text);
      if (place.matches()) return Integer.parseInt(place.group(1));
    } catch (IllegalArgumentException noBase64) {
      // answered below
    }
    throw new ResponseStatusException(
        HttpStatus.BAD_REQUEST, "cursor: hand back 'next' of the page before, as it is");
  }

  /** The cursor behind a page; null when that was the last. */
  public static @Nullable String next(int offset, int size, long total) {
    int reached = offset + size;
    if (size == 0 || reached >= total) return null;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(("from:" + reached).getBytes(StandardCharsets.UTF_8));
  }
}
