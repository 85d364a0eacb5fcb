package dev.tandem.library.sources;

import java.time.Clock;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Starts what is due in the server. */
@Component
@Profile("!command")
class SourceSchedule {
  private final SourceSettings settings;
  private final ContentSources sources;
  private final SourceWork work;
  private final Clock clock;

  SourceSchedule(SourceSettings settings, ContentSources sources, SourceWork work, Clock clock) {
    this.settings = settings;
    this.sources = sources;
    this.work = work;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT10S")
  void look() {
    for (var source : sources.names())
      if (sources.access(source).schedule() && isDue(source)) work.start(source, false);
  }

  private boolean isDue(String source) {
    if (work.progress(source) >= 0) return false;
    return sources.runs(source, 1).stream()
        .findFirst()
        .map(run -> Objects.requireNonNullElse(run.finishedAt(), run.startedAt()))
        .map(last -> !clock.instant().isBefore(last.plus(settings.every())))
        .orElse(true);
  }
}
