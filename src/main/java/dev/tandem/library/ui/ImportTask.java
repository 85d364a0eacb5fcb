package dev.tandem.library.ui;

import dev.tandem.library.intake.ImportReport;
import dev.tandem.library.intake.IngestionOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One file, link or folder on its way into the library; written by one thread, read by many. */
final class ImportTask {

  /** How far it is. */
  sealed interface Progress {
    record Waiting() implements Progress {}

    /**
     * @param total 0 while it is not known
     */
    record Running(int done, int total) implements Progress {}

    record Ended(IngestionOutcome outcome) implements Progress {}

    record FolderEnded(ImportReport report) implements Progress {}
  }

  private final String name;
  private final Instant since;
  private volatile Progress progress = new Progress.Waiting();

  ImportTask(String name, Instant since) {
    this.name = name;
    this.since = since;
  }

  String name() {
    return name;
  }

  Instant since() {
    return since;
  }

  Progress progress() {
    return progress;
  }

  void reach(Progress next) {
    progress = next;
  }

  boolean isOver() {
    return progress instanceof Progress.Ended || progress instanceof Progress.FolderEnded;
  }

  @Nullable IngestionOutcome outcome() {
    return progress instanceof Progress.Ended ended ? ended.outcome() : null;
  }
}
