package dev.tandem.deals.crm.folder;

import dev.tandem.deals.crm.CrmFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The files of a drop folder, by name. A file counts as whole when it has not changed for some
 * seconds; what is read moves to {@code done}, what cannot be read to {@code rejected} with the
 * reason beside it.
 */
final class DroppedFiles {
  private static final Duration QUIET = Duration.ofSeconds(5);

  private final Path folder;
  private final Clock clock;

  DroppedFiles(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  boolean isThere(String name) {
    return Files.isRegularFile(resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  /** The first file by name, or the first behind the given one. */
  Optional<String> firstAfter(String name) {
    try {
      Files.createDirectories(folder);
      try (var entries = Files.list(folder)) {
        return entries
            .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
            .filter(this::isWhole)
            .map(file -> String.valueOf(file.getFileName()))
            .filter(DroppedFiles::isTable)
            .filter(each -> each.compareTo(name) > 0)
            .sorted()
            .findFirst();
      }
    } catch (IOException | UncheckedIOException e) {
      throw CrmFailure.refused(
          "the folder " + folder + " cannot be read: " + e.getMessage(),
          "Let the user that runs Tandem read and write this folder.");
    }
  }

  /** The file that was read last, as a name below the folder. */
  Optional<String> lastDone() {
    var done = folder.resolve("done");
    if (!Files.isDirectory(done)) return Optional.empty();
    try (var entries = Files.list(done)) {
      return entries
          .filter(file -> isTable(String.valueOf(file.getFileName())))
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .map(file -> "done/" + file.getFileName());
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static boolean isTable(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && List.of(".csv", ".tsv", ".txt").stream().anyMatch(lower::endsWith);
  }

  private boolean isWhole(Path file) {
    try {
      var changed = Files.getLastModifiedTime(file).toInstant();
      return !changed.plus(QUIET).isAfter(clock.instant());
    } catch (IOException gone) {
      return false;
    }
  }

  void done(String name) {
    if (isThere(name)) move(name, "done");
  }

  void reject(String name, String reason) {
    if (!isThere(name)) return;
    var target = move(name, "rejected");
    try {
      Files.writeString(target.resolveSibling(target.getFileName() + ".reason.txt"), reason + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing that is already there is overwritten. */
  private Path move(String name, String to) {
    try {
      var into = Files.createDirectories(folder.resolve(to));
      var target = into.resolve(name);
      for (int number = 2; Files.exists(target); number++)
        target = into.resolve(number + "-" + name);
      return Files.move(resolve(name), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw CrmFailure.refused(
          name + " cannot be moved: " + e.getMessage(),
          "Let the user that runs Tandem write into " + folder + ".");
    }
  }
}
