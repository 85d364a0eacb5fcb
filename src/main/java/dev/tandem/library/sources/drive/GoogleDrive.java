package dev.tandem.library.sources.drive;

import dev.tandem.library.sources.ContentSource;
import dev.tandem.library.sources.Fetched;
import dev.tandem.library.sources.SourceAccess;
import dev.tandem.library.sources.SourceFailure;
import dev.tandem.library.sources.SourceHttp;
import dev.tandem.library.sources.SourceHttp.Answer;
import dev.tandem.library.sources.SourceItem;
import dev.tandem.library.sources.SourceItem.Rights;
import dev.tandem.library.sources.SourceJson;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Lists a drive once and follows its changes from then on. Google's own documents are fetched as
 * PDF. The mark is the page token of the changes, taken before the first list begins, so that
 * nothing that happens meanwhile is missed.
 */
final class GoogleDrive implements ContentSource {
  private static final String FIELDS =
      "id,name,mimeType,md5Checksum,version,modifiedTime,webViewLink,trashed,size,"
          + "permissions(type)";
  private static final String OF_GOOGLE = "application/vnd.google-apps.";
  private static final String FOLDER = OF_GOOGLE + "folder";

  private final SourceHttp http;
  private final DriveToken tokens;
  private final String service;
  private final SourceAccess access;
  private @Nullable String token;

  GoogleDrive(SourceHttp http, DriveToken tokens, URI service, SourceAccess access) {
    this.http = http;
    this.tokens = tokens;
    this.service = service.toString().replaceAll("/+$", "") + "/drive/v3";
    this.access = access;
  }

  @Override
  public Optional<String> list(@Nullable String mark, Listener listener) {
    try {
      if (mark != null) return Optional.of(changes(mark, listener));
      var start =
          SourceJson.text(json("/changes/startPageToken", everywhere()).path("startPageToken"));
      var page = "";
      do {
        var parameters = everywhere();
        parameters.put("q", "trashed = false");
        parameters.put("pageSize", "200");
        parameters.put("fields", "nextPageToken,files(" + FIELDS + ")");
        if (!page.isEmpty()) parameters.put("pageToken", page);
        var answer = json("/files", parameters);
        answer.path("files").forEach(file -> tell(file, listener));
        page = SourceJson.text(answer.path("nextPageToken"));
      } while (!page.isEmpty());
      return Optional.of(start);
    } catch (IOException e) {
      throw SourceFailure.unreachable("Google Drive does not answer: " + e.getMessage(), e);
    }
  }

  private String changes(String mark, Listener listener) throws IOException {
    for (var page = mark; ; ) {
      var parameters = everywhere();
      parameters.put("pageToken", page);
      parameters.put("pageSize", "200");
      parameters.put(
          "fields", "nextPageToken,newStartPageToken,changes(fileId,removed,file(" + FIELDS + "))");
      var answer = json("/changes", parameters);
      for (var change : answer.path("changes")) {
        var file = change.path("file");
        boolean gone =
            change.path("removed").asBoolean(false) || file.path("trashed").asBoolean(false);
        if (gone) listener.gone(SourceJson.text(change.path("fileId")));
        else if (file.isObject()) tell(file, listener);
      }
      var end = SourceJson.text(answer.path("newStartPageToken"));
      if (!end.isEmpty()) return end;
      page = SourceJson.text(answer.path("nextPageToken"));
      if (page.isEmpty()) throw new IOException("a list of changes without an end");
    }
  }

  private TreeMap<String, String> everywhere() {
    var parameters = new TreeMap<String, String>();
    parameters.put("supportsAllDrives", "true");
    parameters.put("includeItemsFromAllDrives", "true");
    var drive = access.drive();
    if (drive != null && !drive.isBlank()) {
      parameters.put("driveId", drive);
      parameters.put("corpora", "drive");
    }
    return parameters;
  }

  private static void tell(JsonNode file, Listener listener) {
    var type = SourceJson.text(file.path("mimeType"));
    if (type.equals(FOLDER)) return;
    var checksum = SourceJson.text(file.path("md5Checksum"));
    var name = SourceJson.text(file.path("name"));
    listener.found(
        new SourceItem(
            SourceJson.text(file.path("id")),
            type.startsWith(OF_GOOGLE) ? name + ".pdf" : name,
            checksum.isEmpty() ? "version " + SourceJson.text(file.path("version")) : checksum,
            SourceJson.text(file.path("webViewLink")),
            rights(file.path("permissions")),
            file.path("size").asLong(-1)));
  }

  /** Shared with persons and groups only, it is nothing that may go out. */
  private static Rights rights(JsonNode permissions) {
    if (!permissions.isArray() || permissions.isEmpty()) return Rights.AS_FOUND;
    for (var permission : permissions)
      if (!SourceJson.text(permission.path("type")).matches("user|group")) return Rights.AS_FOUND;
    return Rights.INTERNAL;
  }

  @Override
  public Fetched fetch(SourceItem item, @Nullable String known, Path into) throws IOException {
    var version = Objects.requireNonNullElse(item.version(), "");
    boolean ofGoogle = version.startsWith("version ");
    var address =
        service
            + "/files/"
            + item.key()
            + (ofGoogle
                ? "/export?mimeType=application%2Fpdf"
                : "?alt=media&supportsAllDrives=true");
    try (var answer = get(URI.create(address))) {
      return switch (answer.status()) {
        case 200 -> {
          answer.into(into, access.largest());
          yield new Fetched.Content(version, item.fileName());
        }
        case 404 -> new Fetched.Gone();
        case 403 ->
            new Fetched.Refused(
                "Google does not hand it out", "Share it with the service account, or exclude it.");
        default -> throw new IOException("Google Drive answers " + answer.status());
      };
    }
  }

  private JsonNode json(String path, Map<String, String> parameters) throws IOException {
    try (var answer = get(URI.create(service + path + "?" + SourceJson.form(parameters)))) {
      if (answer.status() == 200) return SourceJson.read(answer);
      throw SourceFailure.refused(
          "Google Drive answers " + answer.status() + " to " + path,
          "Let the service account read the drive, and switch the Drive API on.");
    }
  }

  private Answer get(URI uri) throws IOException {
    var answer = http.get(uri, Map.of("Authorization", "Bearer " + token()));
    if (answer.status() != 401) return answer;
    answer.close();
    token = null;
    return http.get(uri, Map.of("Authorization", "Bearer " + token()));
  }

  private String token() throws IOException {
    var known = token;
    if (known != null) return known;
    var fresh = tokens.get();
    token = fresh;
    return fresh;
  }
}
