package dev.tandem.deals.crm;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Starts what is due in the server. */
@Component
@Profile("!command")
class SyncSchedule {
  private final SyncSettings settings;
  private final SyncSources sources;
  private final SyncStore store;
  private final SyncWork work;
  private final Clock clock;

  SyncSchedule(
      SyncSettings settings, SyncSources sources, SyncStore store, SyncWork work, Clock clock) {
    this.settings = settings;
    this.sources = sources;
    this.store = store;
    this.work = work;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT10S")
  void look() {
    for (var source : sources.names())
      if (sources.access(source).schedule() && isDue(source)) work.start(source, false);
  }

  private boolean isDue(String source) {
    var now = clock.instant();
    if (work.progress(source) >= 0) return false;
    if (store.notBefore(source).filter(now::isBefore).isPresent()) return false;
    return sources.runs(source, 5).stream()
        .filter(run -> !run.dry())
        .findFirst()
        .map(run -> Objects.requireNonNullElse(run.finishedAt(), run.startedAt()))
        .map((Instant last) -> !now.isBefore(last.plus(settings.every())))
        .orElse(true);
  }
}
