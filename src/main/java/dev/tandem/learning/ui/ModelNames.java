package dev.tandem.learning.ui;

import dev.tandem.learning.LinearPrior;
import dev.tandem.shared.ui.Formats;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Models as people speak of them: by when they were trained rather than by their version. */
final class ModelNames {
  private static final Pattern VERSION =
      Pattern.compile("learned-(\\d{8}-\\d{6})-\\d{3}|prior-\\d+(?:-w\\w+)?");
  private static final DateTimeFormatter TRAINED =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

  private ModelNames() {}

  /** The name within a sentence; a version of another form stays as it is. */
  static String of(String version) {
    if (LinearPrior.isVersion(version))
      return version.contains("-w")
          ? "the experts' order with changed weights"
          : "the experts' order";
    var parts = VERSION.matcher(version);
    if (!parts.matches()) return version;
    try {
      var trained = LocalDateTime.parse(parts.group(1), TRAINED).toInstant(ZoneOffset.UTC);
      return "the model of " + Formats.moment(trained);
    } catch (DateTimeException notATime) {
      return version;
    }
  }

  /** The name where a sentence begins. */
  static String first(String version) {
    var name = of(version);
    return name.equals(version)
        ? version
        : name.substring(0, 1).toUpperCase(Locale.ENGLISH) + name.substring(1);
  }

  /** A text in which models are named so, too. */
  static String in(String text) {
    return VERSION.matcher(text).replaceAll(found -> of(found.group()));
  }
}
