package dev.tandem.embed;

import dev.tandem.shared.PrivateFile;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
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
    PrivateFile.write(file, bytes);
  }
}
