package dev.tandem.insight.alignment;

import dev.tandem.identity.UserId;
import dev.tandem.insight.alignment.AlignmentPack.Figure;
import dev.tandem.messages.DigestSection;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The shared numbers of the running month, for the mail to a team. */
@Component
class AlignmentDigest implements DigestSection {
  private final AlignmentPacks packs;
  private final Clock clock;

  AlignmentDigest(AlignmentPacks packs, Clock clock) {
    this.packs = packs;
    this.clock = clock;
  }

  @Override
  public String title() {
    return "Both teams' numbers this month";
  }

  @Override
  public List<String> linesFor(UserId person) {
    return List.of();
  }

  @Override
  public List<String> linesForTeam(String team) {
    var pack = packs.of(YearMonth.now(clock));
    return Stream.concat(pack.delivered().stream(), pack.used().stream())
        .map(AlignmentDigest::line)
        .toList();
  }

  private static String line(Figure figure) {
    return figure.name() + ": " + figure.now() + "; the month before: " + figure.before();
  }
}
