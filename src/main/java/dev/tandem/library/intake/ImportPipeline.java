package dev.tandem.library.intake;

import dev.tandem.library.intake.ImportReport.DuplicateFile;
import dev.tandem.library.intake.ImportReport.Rejection;
import dev.tandem.library.intake.ImportReport.Warning;
import dev.tandem.library.manifest.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/**
 * Reads many files at once and stores them in their own order, many in one transaction: the first
 * of two equal files is the original in every run.
 */
@Component
class ImportPipeline {
  /** Files that are read ahead; bounds the memory. */
  private static final int WINDOW = 64;

  private static final int MOST_IN_ONE_TRANSACTION = 100;

  private final FileIngestion ingestion;

  ImportPipeline(FileIngestion ingestion) {
    this.ingestion = ingestion;
  }

  ImportReport run(
      List<IncomingFile> work,
      List<Rejection> rejections,
      List<Problem> problems,
      ImportProgress progress) {
    var tally = new Tally(rejections);
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    try (var readers = Executors.newFixedThreadPool(threads)) {
      Queue<Future<Prepared>> ahead = new ArrayDeque<>();
      int next = 0;
      for (int done = 0; done < work.size(); ) {
        while (next < work.size() && ahead.size() < WINDOW)
          ahead.add(read(readers, work.get(next++)));
        var batch = new ArrayList<Prepared>();
        do batch.add(await(ahead.remove()));
        while (batch.size() < MOST_IN_ONE_TRANSACTION
            && !ahead.isEmpty()
            && ahead.element().isDone());
        var outcomes = ingestion.store(batch);
        for (int i = 0; i < batch.size(); i++)
          tally.count(batch.get(i).incoming(), outcomes.get(i));
        done += batch.size();
        progress.reached(done, work.size());
      }
    }
    return tally.report(problems);
  }

  private Future<Prepared> read(ExecutorService readers, IncomingFile file) {
    return readers.submit(() -> ingestion.prepare(file));
  }

  private static Prepared await(Future<Prepared> reading) {
    try {
      return reading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the import was interrupted; run it again to go on", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static final class Tally {
    private final List<DuplicateFile> duplicates = new ArrayList<>();
    private final List<Rejection> rejections;
    private final List<Warning> warnings = new ArrayList<>();
    private int published;
    private int updated;
    private int unchanged;

    Tally(List<Rejection> rejections) {
      this.rejections = new ArrayList<>(rejections);
    }

    void count(IncomingFile file, IngestionOutcome outcome) {
      var path = file.sourcePath() == null ? file.fileName() : file.sourcePath();
      switch (outcome) {
        case IngestionOutcome.Published it -> {
          published++;
          warn(path, it.warnings());
        }
        case IngestionOutcome.Updated it -> {
          updated++;
          warn(path, it.warnings());
        }
        case IngestionOutcome.Unchanged it -> {
          unchanged++;
        }
        case IngestionOutcome.Duplicate it ->
            duplicates.add(new DuplicateFile(path, it.existing()));
        case IngestionOutcome.Rejected it -> rejections.add(new Rejection(path, it.reason()));
      }
    }

    private void warn(String path, List<String> messages) {
      messages.forEach(message -> warnings.add(new Warning(path, message)));
    }

    ImportReport report(List<Problem> problems) {
      return new ImportReport(
          published, updated, unchanged, duplicates, rejections, warnings, problems);
    }
  }
}
