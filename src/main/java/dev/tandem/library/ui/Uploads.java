package dev.tandem.library.ui;

import dev.tandem.library.extraction.isolation.ExtractionSettings;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Where uploaded files wait until they are read, each in a folder of its own: {@code
 * data/uploads/UUID/name}. What a sudden end left there goes to the inbox at the next start.
 */
@Component
class Uploads {
  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
  private static final int LONGEST_NAME = 180;

  private final Path folder;
  private final Path inbox;
  private final long largest;

  Uploads(TandemHome home, ExtractionSettings settings) throws IOException {
    this.folder = home.data().resolve("uploads");
    this.inbox = home.inbox();
    this.largest = settings.maxFileSize().toBytes();
    Files.createDirectories(folder);
    rescue();
  }

  long largest() {
    return largest;
  }

  /**
   * Writes to disk what comes in.
   *
   * @throws TooLarge beyond the limit; nothing is left then
   */
  Path keep(InputStream content, String fileName) throws IOException {
    var own = Files.createDirectory(folder.resolve(UUID.randomUUID().toString()));
    var file = own.resolve(safe(fileName));
    try (var out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var stream = Channels.newOutputStream(out);
      var buffer = new byte[64 * 1024];
      long written = 0;
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        written += read;
        if (written > largest) throw new TooLarge(largest);
        stream.write(buffer, 0, read);
      }
      out.force(true);
      return file;
    } catch (IOException e) {
      FileSystemUtils.deleteRecursively(own);
      throw e;
    }
  }

  /** The name alone, without folders and whatever a file system might not take. */
  static String safe(String fileName) {
    var name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    name = name.replaceAll("[\\p{Cntrl}:*?\"<>|]+", "_").strip().replaceAll("^\\.+", "");
    if (name.length() > LONGEST_NAME) name = name.substring(name.length() - LONGEST_NAME);
    return name.isEmpty() ? "file" : name;
  }

  void remove(Path file) {
    var own = file.getParent();
    if (own == null || !folder.equals(own.getParent())) return;
    try {
      FileSystemUtils.deleteRecursively(own);
    } catch (IOException e) {
      LOG.warn("The uploaded file {} could not be removed", file, e);
    }
  }

  private void rescue() throws IOException {
    try (var left = Files.list(folder)) {
      for (var own : left.toList()) {
        if (!Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)) continue;
        try (var files = Files.list(own)) {
          for (var file : files.toList()) {
            Files.createDirectories(inbox);
            var target = inbox.resolve(String.valueOf(file.getFileName()));
            if (Files.exists(target))
              target = inbox.resolve(own.getFileName() + "-" + file.getFileName());
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            LOG.info("The upload {} was cut off; it goes to the inbox", file.getFileName());
          }
        }
        Files.deleteIfExists(own);
      }
    }
  }

  /** More bytes than a file may have. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    TooLarge(long largest) {
      super(
          "larger than "
              + VersionsPanel.size(largest)
              + "; make it smaller, or import it as a link to where it lives");
    }
  }
}
