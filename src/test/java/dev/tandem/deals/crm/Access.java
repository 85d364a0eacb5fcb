package dev.tandem.deals.crm;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How tests reach a CRM. */
public final class Access {
  private Access() {}

  public static CrmAccess memory() {
    return memory(ZoneOffset.UTC);
  }

  public static CrmAccess memory(ZoneId zone) {
    return access("memory", null, null, null, zone, null);
  }

  public static CrmAccess memoryTakingNotes() {
    return new CrmAccess(
        "memory",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        ZoneOffset.UTC,
        Duration.ofSeconds(2),
        true,
        true,
        null,
        null);
  }

  public static CrmAccess folder(Path folder) {
    return access("folder", null, null, folder, ZoneOffset.UTC, null);
  }

  public static CrmAccess web(String type, String url, String token) {
    return access(type, URI.create(url), token, null, ZoneOffset.UTC, null);
  }

  public static CrmAccess rest(String url, String token, RestShape shape) {
    return access("rest", URI.create(url), token, null, ZoneOffset.UTC, shape);
  }

  public static CrmAccess signed(String type, String url, String user, Path key) {
    return new CrmAccess(
        type,
        URI.create(url),
        null,
        "client",
        null,
        user,
        key,
        null,
        ZoneOffset.UTC,
        Duration.ofSeconds(2),
        true,
        false,
        null,
        null);
  }

  private static CrmAccess access(
      String type,
      @Nullable URI url,
      @Nullable String token,
      @Nullable Path folder,
      ZoneId zone,
      @Nullable RestShape shape) {
    return new CrmAccess(
        type,
        url,
        token,
        "client",
        "client-secret",
        null,
        null,
        folder,
        zone,
        Duration.ofSeconds(2),
        true,
        false,
        null,
        shape);
  }
}
