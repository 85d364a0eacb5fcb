package dev.tandem.browser;

import dev.tandem.embed.SigningCrm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

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

  /** Each CRM with the key it signs with, as settings. */
  private static String tenants(String origin) {
    var json = JsonMapper.shared().createObjectNode();
    var all = json.putObject("tandem").putObject("embed").putObject("tenants");
    for (var crm : SigningCrm.values()) {
      var tenant = all.putObject(crm.tenant);
      tenant.put("crm", crm.name().startsWith("OWN") ? "own-key" : crm.name());
      switch (crm) {
        case OWN_RSA -> tenant.put("public-key", SigningCrm.pem(SigningCrm.RSA));
        case OWN_CURVE -> tenant.put("public-key", SigningCrm.pem(SigningCrm.CURVE));
        default -> tenant.put("secret", SigningCrm.SECRET);
      }
      tenant.put("public-base-url", SigningCrm.PUBLIC_BASE);
      tenant.putArray("frame-ancestors").add(origin);
      tenant.putArray("user-domains").add("acme.example");
      if (crm == SigningCrm.PIPEDRIVE) tenant.put("deal-prefix", "D-");
    }
    all.putObject("other").put("crm", "link").putArray("frame-ancestors").add(origin);
    return json.toString();
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
                  "SPRING_APPLICATION_JSON",
                  tenants(Running.CRM.origin()),
                  "TANDEM_CURATION_LEFT_OUT", // which visits go without rules changes by the day
                  "0",
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
