package dev.tandem.library.store;

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
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The files of the assets as they came in, each under its own checksum: {@code
 * data/originals/ab/abcdef…}. Written to disk before any row speaks of them, readable by Tandem's
 * own user alone, never executable.
 */
@Component
public class Originals {
  private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}");

  private final Path folder;

  Originals(TandemHome home) {
    this.folder = home.originals();
  }

  /** SHA-256 of a file, in hex. */
  public static String checksum(Path file) throws IOException {
    var digest = sha256();
    try (var in = new DigestInputStream(open(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Copies the file in, unless it is there already; on disk when this returns. */
  public void keep(Path file, String checksum) throws IOException {
    var target = place(checksum);
    if (Files.isRegularFile(target)) return;
    var parent = folder.resolve(checksum.substring(0, 2));
    createPrivateFolder(parent);
    var half = Files.createTempFile(parent, ".new-", "");
    try {
      try (var in = open(file);
          var out = FileChannel.open(half, StandardOpenOption.WRITE)) {
        in.transferTo(Channels.newOutputStream(out));
        out.force(true);
      }
      if (!checksum(half).equals(checksum))
        throw new IOException("the file changed while it was being read");
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceFolder(parent);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /** The file with this checksum; empty when it is not kept here. */
  public Optional<Path> find(String checksum) {
    var path = place(checksum);
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(path)
        : Optional.empty();
  }

  void remove(String checksum) throws IOException {
    Files.deleteIfExists(place(checksum));
  }

  private Path place(String checksum) {
    if (!CHECKSUM.matcher(checksum).matches())
      throw new IllegalArgumentException("not a SHA-256 checksum: " + checksum);
    return folder.resolve(checksum.substring(0, 2)).resolve(checksum);
  }

  private static InputStream open(Path file) throws IOException {
    return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static void createPrivateFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) return;
    Files.createDirectories(folder);
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix"))
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  /** A new name is only durable once its folder is; Windows has no such call. */
  private static void forceFolder(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
