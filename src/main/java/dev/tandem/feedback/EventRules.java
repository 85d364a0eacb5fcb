package dev.tandem.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an event must keep to before it is written. */
final class EventRules {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Duration CLOCK_SKEW = Duration.ofDays(1);
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 10_000;
  private static final int MOST_ITEMS = 1_000;
  private static final int LARGEST_EVENT = 1_000_000;

  private EventRules() {}

  /** What is wrong with the event, or nothing. */
  static Optional<String> problem(FeedbackEvent event, ObjectNode json, Instant now) {
    if (event.at().isBefore(EARLIEST))
      return Optional.of("at: " + event.at() + " lies before the year 2000");
    if (event.at().isAfter(now.plus(CLOCK_SKEW)))
      return Optional.of(
          "at: " + event.at() + " lies more than a day in the future; check the sender's clock");
    if (event instanceof FeedbackEvent.BuyerView view && !(view.seconds() >= 0))
      return Optional.of("seconds: below 0: " + view.seconds());
    if (event instanceof FeedbackEvent.SlateServed served && served.items().size() > MOST_ITEMS)
      return Optional.of("items: more than 1,000: " + served.items().size());
    for (var field : json.properties()) {
      var problem = textProblem(field.getKey(), field.getValue());
      if (problem.isPresent()) return problem;
    }
    if (json.toString().length() > LARGEST_EVENT)
      return Optional.of("larger than 1,000,000 characters");
    return Optional.empty();
  }

  private static Optional<String> textProblem(String field, JsonNode value) {
    if (value.isContainer()) {
      var text = value.toString();
      return text.contains("\\u0000") || hasLoneSurrogate(text)
          ? Optional.of(field + ": holds a NUL character or half a character")
          : Optional.empty();
    }
    if (!value.isString()) return Optional.empty();
    var text = value.stringValue();
    if (text.indexOf('\0') >= 0) return Optional.of(field + ": holds a NUL character");
    if (hasLoneSurrogate(text)) return Optional.of(field + ": holds half a character (surrogate)");
    boolean words = field.equals("query") || field.equals("reason");
    int longest = words ? LONGEST_TEXT : LONGEST_NAME;
    if (text.length() > longest)
      return Optional.of(
          String.format(
              Locale.ROOT, "%s: %,d characters, allowed are %,d", field, text.length(), longest));
    if (text.isBlank()) return Optional.of(field + ": empty");
    if (!words && text.chars().anyMatch(Character::isISOControl))
      return Optional.of(field + ": holds a control character");
    return Optional.empty();
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
