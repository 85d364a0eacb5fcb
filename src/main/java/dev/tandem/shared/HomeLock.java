package dev.tandem.shared;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/**
 * Holds a home for this process alone. The operating system releases the lock when the process
 * ends, however it ends, so a lock file that was left behind means nothing.
 */
public final class HomeLock implements AutoCloseable {
  private static final Set<PosixFilePermission> OPEN_TO_OTHERS =
      Set.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  /** Far behind the text, because Windows forbids others to read what is locked. */
  private static final long LOCKED_BYTE = 1L << 20;

  private final TandemHome home;
  private final FileChannel channel;

  private HomeLock(TandemHome home, FileChannel channel) {
    this.home = home;
    this.channel = channel;
  }

  /**
   * Creates the folders of the home where they are missing and locks it.
   *
   * @throws StartRefusedException when another process holds the home, or it cannot be written
   */
  public static HomeLock take(TandemHome home) {
    var file = home.data().resolve(".lock");
    try {
      createFolders(home);
      var channel = FileChannel.open(file, CREATE, READ, WRITE);
      if (!locked(channel)) {
        var holder = holderIn(channel);
        channel.close();
        throw new StartRefusedException(
            "The home %s is in use by another Tandem process%s.".formatted(home.folder(), holder),
            "Stop that process first, or choose another home with TANDEM_HOME. Imports are in the"
                + " web interface of a running server, too.",
            home);
      }
      channel.truncate(0);
      channel.write(US_ASCII.encode(Long.toString(ProcessHandle.current().pid())), 0);
      return new HomeLock(home, channel);
    } catch (IOException e) {
      throw new StartRefusedException(
          "The home %s cannot be written: %s".formatted(home.folder(), e),
          "Give the user who starts Tandem the right to write there, or choose another home with"
              + " TANDEM_HOME.",
          e);
    }
  }

  public TandemHome home() {
    return home;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false) != null;
    } catch (OverlappingFileLockException e) {
      return false; // held within this very process
    }
  }

  private static String holderIn(FileChannel channel) throws IOException {
    var text = ByteBuffer.allocate(20);
    channel.read(text, 0);
    var pid = US_ASCII.decode(text.flip()).toString().strip();
    return pid.isEmpty() ? "" : " (process " + pid + ")";
  }

  private static void createFolders(TandemHome home) throws IOException {
    Files.createDirectories(home.index());
    Files.createDirectories(home.data());
    closeToOthers(home.data());
    for (var folder :
        List.of(home.originals(), home.models(), home.inbox(), home.previews(), home.postgres())) {
      Files.createDirectories(folder);
      closeToOthers(folder);
    }
  }

  /** Passing through stays as it is: a database that runs as another user needs it (ADR-0002). */
  private static void closeToOthers(Path folder) throws IOException {
    var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    var permissions = view.readAttributes().permissions();
    if (permissions.removeAll(OPEN_TO_OTHERS)) {
      permissions.remove(PosixFilePermission.GROUP_EXECUTE);
      permissions.remove(PosixFilePermission.OTHERS_EXECUTE);
      view.setPermissions(permissions);
    }
  }
}
