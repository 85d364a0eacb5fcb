package dev.tandem.requests;

import dev.tandem.identity.UserId;
import dev.tandem.messages.DigestSection;
import dev.tandem.shared.ui.Formats;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an owner still owes, and what both teams wait for, for the mail. */
@Component
class RequestDigest implements DigestSection {
  private static final int MOST = 20;

  private final ContentRequests requests;
  private final Clock clock;

  RequestDigest(ContentRequests requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  @Override
  public String title() {
    return "Content requests";
  }

  @Override
  public List<String> linesFor(UserId person) {
    return requests.list(RequestFilter.OPEN.ownedBy(person)).stream()
        .limit(MOST)
        .map(this::line)
        .toList();
  }

  private String line(ContentRequest request) {
    var late = request.isLate(LocalDate.now(clock)) ? "late, " : "";
    return "%s (%s, %sdue %s)"
        .formatted(
            request.wish().need(), request.state().label(), late, Formats.day(request.due()));
  }

  @Override
  public List<String> linesForTeam(String team) {
    var open = requests.list(RequestFilter.OPEN);
    if (open.isEmpty()) return List.of();
    long late = open.stream().filter(each -> each.isLate(LocalDate.now(clock))).count();
    return List.of("%d open requests to marketing, %d of them late".formatted(open.size(), late));
  }
}
