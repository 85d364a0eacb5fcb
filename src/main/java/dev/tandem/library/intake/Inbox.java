package dev.tandem.library.intake;

import dev.tandem.library.manifest.GivenValues;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes what is dropped into {@code data/inbox}. A file is taken when its size and time have not
 * changed between two looks; it then moves to {@code done}, or to {@code rejected} with the reason
 * beside it. A file of the same name is the next version of the same asset.
 */
@Component
@Profile("!command")
class Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  private final FileIngestion ingestion;
  private final Path folder;
  private Map<Path, Look> lastLook = Map.of();

  private record Look(long bytes, long modified) {}

  Inbox(FileIngestion ingestion, TandemHome home) {
    this.ingestion = ingestion;
    this.folder = home.inbox();
  }

  @Scheduled(
      fixedDelayString = "${tandem.inbox.every:5s}",
      initialDelayString = "${tandem.inbox.every:5s}")
  synchronized void look() {
    try {
      var now = new HashMap<Path, Look>();
      for (var file : files()) {
        var look = look(file);
        if (look.equals(lastLook.get(file))) take(file);
        else now.put(file, look);
      }
      lastLook = now;
    } catch (IOException | RuntimeException e) {
      LOG.warn("The inbox waits for better times: {}", e.toString());
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) return List.of();
    try (var entries = Files.list(folder)) {
      return entries
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static Look look(Path file) throws IOException {
    return new Look(Files.size(file), Files.getLastModifiedTime(file).toMillis());
  }

  private void take(Path file) throws IOException {
    var name = String.valueOf(file.getFileName());
    var outcome =
        ingestion.ingest(
            new IncomingFile(file, "inbox/" + name, name, null, GivenValues.NONE, null));
    LOG.info("Inbox: {} → {}", name, outcome);
    switch (outcome) {
      case IngestionOutcome.Rejected rejected -> {
        var target = move(file, folder.resolve("rejected"));
        Files.writeString(
            target.resolveSibling(target.getFileName() + ".reason.txt"), rejected.reason() + "\n");
      }
      case IngestionOutcome.Duplicate duplicate -> {
        var target = move(file, folder.resolve("rejected"));
        Files.writeString(
            target.resolveSibling(target.getFileName() + ".reason.txt"),
            "the library has this content as '" + duplicate.existing() + "'\n");
      }
      default -> move(file, folder.resolve("done"));
    }
  }

  /** Nothing that is already there is overwritten. */
  private static Path move(Path file, Path to) throws IOException {
    Files.createDirectories(to);
    var name = String.valueOf(file.getFileName());
    var target = to.resolve(name);
    for (int number = 2; Files.exists(target); number++) target = to.resolve(number + "-" + name);
    return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
  }
}
