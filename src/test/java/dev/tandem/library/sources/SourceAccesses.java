package dev.tandem.library.sources;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How tests reach a source. */
public final class SourceAccesses {
  private SourceAccesses() {}

  public static SourceAccess folder(Path folder) {
    return access("folder", URI.create("https://files.example.com/mkt"), folder, null, null, true);
  }

  public static SourceAccess web(String type, String url) {
    return access(type, URI.create(url), null, null, null, true);
  }

  public static SourceAccess publicWeb(String url) {
    return access("website", URI.create(url), null, null, null, false);
  }

  public static SourceAccess signedIn(String type, String url, String user, String password) {
    return access(type, URI.create(url), null, user, password, true);
  }

  public static SourceAccess memory() {
    return access("memory", null, null, null, null, true);
  }

  public static SourceAccess keyed(String type, String url, Path key) {
    return access(type, URI.create(url), null, null, null, true, key);
  }

  private static SourceAccess access(
      String type,
      @Nullable URI url,
      @Nullable Path folder,
      @Nullable String user,
      @Nullable String password,
      boolean privateNetwork) {
    return access(type, url, folder, user, password, privateNetwork, null);
  }

  private static SourceAccess access(
      String type,
      @Nullable URI url,
      @Nullable Path folder,
      @Nullable String user,
      @Nullable String password,
      boolean privateNetwork,
      @Nullable Path key) {
    return new SourceAccess(
        type,
        url,
        user,
        password,
        folder,
        List.of(),
        List.of(),
        List.of(".*\\.tmp"),
        "",
        Duration.ofMillis(1),
        1_000_000,
        privateNetwork,
        0.5,
        "content",
        "",
        "us-east-1",
        "tenant",
        "drive-1",
        key,
        true);
  }
}
