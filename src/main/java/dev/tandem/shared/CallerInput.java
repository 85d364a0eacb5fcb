package dev.tandem.shared;

import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What callers of the API hand in. What is wrong with it is told to them, in its own words. */
public final class CallerInput {
  private CallerInput() {}

  /**
   * @throws ResponseStatusException 400 where {@code reading} ends with an {@link
   *     IllegalArgumentException}
   */
  public static <T> T read(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException wrong) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()), wrong);
    }
  }

  /** {@link #read} for what gives nothing back. */
  public static void take(Runnable taking) {
    var _ =
        read(
            () -> {
              taking.run();
              return true;
            });
  }

  public static ResponseStatusException wrong(String detail) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
  }

  public static ResponseStatusException missing(String detail) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, detail);
  }
}
