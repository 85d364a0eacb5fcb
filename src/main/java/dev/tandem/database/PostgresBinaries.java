package dev.tandem.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.tandem.shared.StartRefusedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's programs, unpacked from the archive on the class path into a folder that carries the
 * archive's checksum: another version gets another folder.
 */
record PostgresBinaries(Path folder) {
  private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);
  private static final String PREFIX = "bin-";

  static PostgresBinaries unpackedBelow(Path parent) throws IOException {
    var archive = archiveForThisMachine();
    var folder = parent.resolve(PREFIX + checksumOf(archive).substring(0, 12));
    if (!Files.isDirectory(folder)) {
      log.info("Unpacking PostgreSQL into {} …", folder);
      var beside = Files.createTempDirectory(parent, "unpacking-");
      unpack(archive, beside);
      Files.move(beside, folder, ATOMIC_MOVE);
    }
    return new PostgresBinaries(folder);
  }

  /** The full path of a program such as {@code pg_ctl}. */
  String program(String name) {
    var suffix = isWindows() ? ".exe" : "";
    return folder.resolve("bin").resolve(name + suffix).toString();
  }

  /** Such as {@code 18}. */
  String majorVersion(Program program) throws IOException {
    return fullVersion(program).replaceFirst("\\D.*", "");
  }

  /** Such as {@code 18.6}, the server's {@code server_version}. */
  String fullVersion(Program program) throws IOException {
    var ended = program.run(program("postgres"), "--version");
    if (!ended.succeeded()) {
      throw new StartRefusedException(
          "PostgreSQL's programs in %s do not run on this machine: %s"
              .formatted(folder, ended.said()),
          "Set spring.datasource.url to a PostgreSQL of your own.");
    }
    return ended.said().replaceFirst(".*\\(PostgreSQL\\) ", "");
  }

  /** Removes the programs of other versions and what an interrupted unpacking left. */
  void removeOthers() throws IOException {
    try (var siblings = Files.newDirectoryStream(folder.resolveSibling(""))) {
      for (var sibling : siblings) {
        var name = sibling.getFileName().toString();
        if ((name.startsWith(PREFIX) || name.startsWith("unpacking-")) && !sibling.equals(folder)) {
          FileSystemUtils.deleteRecursively(sibling);
        }
      }
    }
  }

  static boolean isWindows() {
    return System.getProperty("os.name", "").startsWith("Windows");
  }

  private static String archiveForThisMachine() {
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    var os = system.startsWith("win") ? "windows" : system.startsWith("mac") ? "darwin" : "linux";
    var machine = System.getProperty("os.arch", "");
    var arch = machine.equals("aarch64") ? "arm_64" : "x86_64";
    var name = "/postgres-%s-%s.txz".formatted(os, arch);
    if (PostgresBinaries.class.getResource(name) == null) {
      throw new StartRefusedException(
          "This build of Tandem carries no PostgreSQL for %s on %s.".formatted(os, machine),
          "Build it on this machine, or set spring.datasource.url to a PostgreSQL of your own.");
    }
    return name;
  }

  private static InputStream open(String archive) {
    var stream = PostgresBinaries.class.getResourceAsStream(archive);
    if (stream == null) {
      throw new IllegalStateException("gone from the class path: " + archive);
    }
    return stream;
  }

  private static String checksumOf(String archive) throws IOException {
    try (var stream = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
      stream.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(stream.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void unpack(String archive, Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(open(archive))))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("entry outside of its archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(path.resolveSibling(""));
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(path.resolveSibling(""));
          Files.copy(tar, path);
        }
      }
    }
    letEveryoneRun(target);
  }

  /** The database may run as another user than the one who unpacked it. */
  private static void letEveryoneRun(Path target) throws IOException {
    if (isWindows()) {
      return;
    }
    try (var all = Files.walk(target)) {
      for (var path : (Iterable<Path>) all::iterator) {
        if (Files.isSymbolicLink(path)) {
          continue;
        }
        var permissions =
            new HashSet<>(
                Set.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.OTHERS_READ));
        if (Files.isDirectory(path) || path.startsWith(target.resolve("bin"))) {
          permissions.add(PosixFilePermission.OWNER_EXECUTE);
          permissions.add(PosixFilePermission.GROUP_EXECUTE);
          permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        Files.setPosixFilePermissions(path, permissions);
      }
    }
  }
}
