package dev.tandem.insight;

import dev.tandem.feedback.AppendResult;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A log that believes everything and forgets it at the end. */
public final class LogInMemory implements FeedbackLog {
  private final List<LoggedEvent> events = new ArrayList<>();

  @Override
  public AppendResult append(List<? extends FeedbackEvent> added) {
    for (var event : added) events.add(new LoggedEvent(events.size() + 1L, event));
    return new AppendResult(added.size(), 0, List.of());
  }

  @Override
  public List<LoggedEvent> after(long sequence, int limit) {
    return events.stream().filter(logged -> logged.sequence() > sequence).limit(limit).toList();
  }

  @Override
  public Optional<LoggedEvent> find(String key) {
    return events.stream().filter(logged -> logged.event().key().equals(key)).findFirst();
  }

  @Override
  public long latestSequence() {
    return events.size();
  }
}
