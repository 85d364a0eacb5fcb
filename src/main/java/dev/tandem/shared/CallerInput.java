package dev.tandem.shared;

import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What callers of the API hand in. What is wrong with it is told to them, in its own words. */
public final class CallerInput {
  private static final int MOST = 1_000;

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

  /**
   * @return how many are to be told at most, 1 to 1,000
   * @throws ResponseStatusException 400 where it is another number
   */
  public static int limit(int limit) {
    if (limit < 1 || limit > MOST) throw wrong("limit is 1 to 1,000");
    return limit;
  }

  public static ResponseStatusException wrong(String detail) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
  }

  public static ResponseStatusException missing(String detail) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, detail);
  }
}
