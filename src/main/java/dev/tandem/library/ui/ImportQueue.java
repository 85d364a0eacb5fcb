package dev.tandem.library.ui;

import dev.tandem.library.intake.FileIngestion;
import dev.tandem.library.intake.FolderImport;
import dev.tandem.library.intake.ImportReport;
import dev.tandem.library.intake.IncomingFile;
import dev.tandem.library.intake.IngestionOutcome;
import dev.tandem.library.ui.ImportTask.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Takes in what people bring while they do something else. The outcomes are kept in memory for each
 * of them, so that leaving the page and coming back shows them.
 */
@Component
class ImportQueue implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);
  private static final int REMEMBERED = 300;

  private final FileIngestion ingestion;
  private final FolderImport folderImport;
  private final Uploads uploads;
  private final Clock clock;
  private final Map<String, Deque<ImportTask>> tasks = new ConcurrentHashMap<>();
  private final ExecutorService files =
      Executors.newFixedThreadPool(
          Math.max(2, Runtime.getRuntime().availableProcessors()),
          Thread.ofPlatform().daemon().name("import-", 0).factory());
  private final ExecutorService folders =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("folder-import").factory());

  ImportQueue(FileIngestion ingestion, FolderImport folderImport, Uploads uploads, Clock clock) {
    this.ingestion = ingestion;
    this.folderImport = folderImport;
    this.uploads = uploads;
    this.clock = clock;
  }

  ImportTask submit(String who, String name, IncomingFile file) {
    var task = remember(who, name);
    files.execute(() -> ingest(task, file));
    return task;
  }

  /** Writes an upload to disk; see {@link Uploads#keep}. */
  Path keep(InputStream content, String fileName) throws IOException {
    return uploads.keep(content, fileName);
  }

  /** Takes it now; for those who wait. */
  IngestionOutcome ingestNow(IncomingFile file) {
    try {
      return ingestion.ingest(file);
    } finally {
      if (file.file() != null) uploads.remove(file.file());
    }
  }

  private void ingest(ImportTask task, IncomingFile file) {
    task.reach(new Progress.Running(0, 0));
    try {
      task.reach(new Progress.Ended(ingestNow(file)));
    } catch (RuntimeException e) {
      LOG.warn("{} could not be imported", task.name(), e);
      task.reach(
          new Progress.Ended(
              new IngestionOutcome.Rejected(
                  "an unexpected problem; try it again, and if it stays, ask the administrator to"
                      + " look into the log")));
    }
  }

  /** Says at once that something could not be taken. */
  void refuse(String who, String name, String reason) {
    remember(who, name).reach(new Progress.Ended(new IngestionOutcome.Rejected(reason)));
  }

  void submitFolder(String who, Path folder) {
    var task = remember(who, folder.toString());
    folders.execute(
        () -> {
          task.reach(new Progress.Running(0, 0));
          try {
            ImportReport report =
                folderImport.run(
                    folder,
                    Optional.empty(),
                    who,
                    (done, total) -> task.reach(new Progress.Running(done, total)));
            task.reach(new Progress.FolderEnded(report));
          } catch (IOException | RuntimeException e) {
            LOG.warn("The folder {} could not be imported", folder, e);
            task.reach(
                new Progress.Ended(new IngestionOutcome.Rejected(String.valueOf(e.getMessage()))));
          }
        });
  }

  private ImportTask remember(String who, String name) {
    var task = new ImportTask(name, clock.instant());
    var own = tasks.computeIfAbsent(who, none -> new ArrayDeque<>());
    synchronized (own) {
      own.addFirst(task);
      while (own.size() > REMEMBERED && own.getLast().isOver()) own.removeLast();
    }
    return task;
  }

  /** Newest first. */
  List<ImportTask> of(String who) {
    var own = tasks.get(who);
    if (own == null) return List.of();
    synchronized (own) {
      return List.copyOf(own);
    }
  }

  void forgetEnded(String who) {
    var own = tasks.get(who);
    if (own == null) return;
    synchronized (own) {
      own.removeIf(ImportTask::isOver);
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    files.shutdown();
    folders.shutdownNow();
    if (!files.awaitTermination(10, TimeUnit.SECONDS)) files.shutdownNow();
  }
}
