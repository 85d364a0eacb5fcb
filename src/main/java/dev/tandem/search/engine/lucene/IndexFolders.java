package dev.tandem.search.engine.lucene;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The folders of successive indexes, "lucene-1", "lucene-2", …, and the file that names the one in
 * force.
 */
final class IndexFolders {
  private static final Logger log = LoggerFactory.getLogger(IndexFolders.class);
  private static final Pattern NAME = Pattern.compile("lucene-(\\d{1,9})");
  private static final String POINTER = "current";

  private final Path home;

  IndexFolders(Path home) throws IOException {
    this.home = Files.createDirectories(home);
  }

  Optional<Path> current() throws IOException {
    var pointer = home.resolve(POINTER);
    if (!Files.isRegularFile(pointer)) return Optional.empty();
    var name = Files.readString(pointer).strip();
    if (!NAME.matcher(name).matches()) return Optional.empty();
    return Optional.of(home.resolve(name)).filter(Files::isDirectory);
  }

  /** A new folder beside the others. */
  Path next() throws IOException {
    int last = 0;
    for (var folder : folders()) last = Math.max(last, number(folder));
    return Files.createDirectory(home.resolve("lucene-" + (last + 1)));
  }

  /** Puts a folder in force: after a crash it is either the old one or the new one. */
  void use(Path folder) throws IOException {
    var written = home.resolve(POINTER + ".new");
    Files.writeString(written, folder.getFileName().toString());
    IOUtils.fsync(written, false);
    Files.move(written, home.resolve(POINTER), ATOMIC_MOVE, REPLACE_EXISTING);
    IOUtils.fsync(home, true);
  }

  void deleteAllBut(Path kept) throws IOException {
    for (var folder : folders()) {
      if (folder.equals(kept)) continue;
      try {
        FileSystemUtils.deleteRecursively(folder);
      } catch (IOException stillOpen) {
        log.debug("{} is deleted at the next start", folder, stillOpen);
      }
    }
  }

  private List<Path> folders() throws IOException {
    try (var entries = Files.list(home)) {
      return entries.filter(entry -> number(entry) > 0).toList();
    }
  }

  private static int number(Path folder) {
    var name = NAME.matcher(folder.getFileName().toString());
    return name.matches() ? Integer.parseInt(name.group(1)) : 0;
  }
}
