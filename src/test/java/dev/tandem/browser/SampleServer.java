package dev.tandem.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** One server with the sample company for all browser tests; it ends with their JVM. */
final class SampleServer {
  private static final class Running {
    private static final TandemServer SERVER = start();
  }

  private SampleServer() {}

  static String url(String path) {
    return Running.SERVER.url(path);
  }

  private static TandemServer start() {
    try {
      var parent = Files.createDirectories(Path.of("target", "test-homes").toAbsolutePath());
      var home = Files.createTempDirectory(parent, "sample-");
      var server = TandemServer.start(home, "--sample");
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    server.close();
                    try {
                      FileSystemUtils.deleteRecursively(home);
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  }));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
