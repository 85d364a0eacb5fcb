package dev.tandem.learning;

import dev.tandem.identity.UserId;
import java.util.Locale;

/**
 * Under what name a model keeps what it learned around a person: a digest, so that no model, export
 * or backup of one spells a name out.
 */
public final class PersonKey {
  private static final int LENGTH = 16;

  private PersonKey() {}

  /** Who wrote something, as the library spells it. */
  public static String author(String name) {
    return key("author " + name.strip().toLowerCase(Locale.ROOT));
  }

  public static String rep(UserId rep) {
    return key("rep " + rep.value());
  }

  private static String key(String text) {
    return Digest.sha256(text).substring(0, LENGTH);
  }
}
