package dev.tandem.embed;

import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The secret of this installation, made once and readable by its owner alone. */
final class SigningKey {
  private static final int BYTES = 32;

  private SigningKey() {}

  static SecretKey in(TandemHome home) throws IOException {
    var file = home.data().resolve("embed.key");
    if (!Files.exists(file)) create(file);
    var bytes = Files.readAllBytes(file);
    if (bytes.length != BYTES)
      throw new IOException(file + " is damaged; delete it, and open sidebars will start anew");
    return new SecretKeySpec(bytes, "HmacSHA256");
  }

  private static void create(Path file) throws IOException {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    var options =
        EnumSet.of(
            StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
    boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
    var attributes =
        posix
            ? new java.nio.file.attribute.FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new java.nio.file.attribute.FileAttribute<?>[0];
    try (var channel = Files.newByteChannel(file, Set.copyOf(options), attributes)) {
      channel.write(java.nio.ByteBuffer.wrap(bytes));
    } catch (FileAlreadyExistsException made) {
      // another thread was first; its key is as good
    }
  }
}
