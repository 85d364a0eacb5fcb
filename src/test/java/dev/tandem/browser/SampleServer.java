package dev.tandem.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** One server with the sample company for all browser tests; it ends with their JVM. */
final class SampleServer {
  private static final class Running {
    private static final CrmPage CRM = new CrmPage();
    private static final TandemServer SERVER = start();
  }

  private SampleServer() {}

  static String url(String path) {
    return Running.SERVER.url(path);
  }

  /** A page of another origin that may show the sidebar in a frame. */
  static CrmPage crm() {
    return Running.CRM;
  }

  static int port() {
    return Running.SERVER.port();
  }

  private static TandemServer start() {
    try {
      var parent = Files.createDirectories(Path.of("target", "test-homes").toAbsolutePath());
      var home = Files.createTempDirectory(parent, "sample-");
      var server =
          TandemServer.start(
              home,
              Map.of(
                  "TANDEM_EMBED_FRAME_ANCESTORS",
                  Running.CRM.origin(),
                  // what is drawn depends on the day, which a test must not
                  "TANDEM_LEARNING_EXPERIMENTS_ENABLED",
                  "false"),
              "--sample");
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    server.close();
                    Running.CRM.close();
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
