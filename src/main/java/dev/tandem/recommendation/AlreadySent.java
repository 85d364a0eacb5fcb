package dev.tandem.recommendation;

import dev.tandem.recommendation.Slate.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the rep that this buyer has it already, before any reason for it. */
final class AlreadySent {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private AlreadySent() {}

  static List<Reason> mark(List<Reason> reasons, @Nullable Instant sent, ZoneId zone) {
    if (sent == null) return reasons;
    var said = new Reason("already_sent", "Already sent on " + DAY.format(sent.atZone(zone)));
    return Stream.concat(Stream.of(said), reasons.stream()).toList();
  }
}
