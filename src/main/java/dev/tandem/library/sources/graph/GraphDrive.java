package dev.tandem.library.sources.graph;

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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Follows the changes of a drive. Graph tells files by id, so that one that was moved or renamed
 * stays the same asset. A mark that is too old (410) starts over.
 */
final class GraphDrive implements ContentSource {
  private final SourceHttp http;
  private final String service;
  private final String login;
  private final SourceAccess access;
  private final String drive;
  private @Nullable String token;

  GraphDrive(SourceHttp http, URI service, URI login, SourceAccess access) {
    this.http = http;
    this.service = service.toString().replaceAll("/+$", "");
    this.login = login.toString().replaceAll("/+$", "");
    this.access = access;
    this.drive = access.required(access.drive(), "drive");
  }

  @Override
  public Optional<String> list(@Nullable String mark, Listener listener) {
    try {
      var start = service + "/v1.0/drives/" + drive + "/root/delta";
      var at = mark == null ? start : mark;
      for (boolean retried = false; ; ) {
        try (var answer = get(own(at))) {
          if (answer.status() == 410 && !retried) {
            retried = true;
            at = start;
            continue;
          }
          if (answer.status() != 200) throw refused(answer.status());
          var page = SourceJson.read(answer);
          if (!page.path("value").isArray())
            throw SourceFailure.refused(
                "Graph answers in a form Tandem does not know", "An update of Tandem is needed.");
          page.path("value").forEach(item -> tell(item, listener));
          var next = SourceJson.text(page.path("@odata.nextLink"));
          if (next.isEmpty()) return Optional.of(SourceJson.text(page.path("@odata.deltaLink")));
          at = next;
        }
      }
    } catch (IOException e) {
      throw SourceFailure.unreachable("Graph does not answer: " + e.getMessage(), e);
    }
  }

  /** Our token goes to Graph and nowhere else. */
  private URI own(String link) {
    if (!link.startsWith(service + "/"))
      throw SourceFailure.refused("a link of Graph leads elsewhere", "Read this source anew.");
    return URI.create(link);
  }

  private static void tell(JsonNode item, Listener listener) {
    var id = SourceJson.text(item.path("id"));
    if (!item.path("deleted").isMissingNode()) {
      listener.gone(id);
      return;
    }
    if (item.path("file").isMissingNode()) return; // a folder
    var version = SourceJson.text(item.path("cTag"));
    listener.found(
        new SourceItem(
            id,
            SourceJson.text(item.path("name")),
            version.isEmpty() ? SourceJson.text(item.path("eTag")) : version,
            SourceJson.text(item.path("webUrl")),
            Rights.AS_FOUND, // what "shared" says comes on top of the library's own rights
            item.path("size").asLong(-1)));
  }

  @Override
  public Fetched fetch(SourceItem item, @Nullable String known, Path into) throws IOException {
    var address = service + "/v1.0/drives/" + drive + "/items/" + item.key() + "/content";
    try (var answer = get(URI.create(address))) {
      return switch (answer.status()) {
        case 200 -> content(item, answer, into);
        case 302 -> {
          // a short-lived address that needs no token, and must not get it
          try (var there = http.get(URI.create(answer.header("Location")), Map.of())) {
            if (there.status() != 200) throw new IOException("the file answers " + there.status());
            yield content(item, there, into);
          }
        }
        case 404, 410 -> new Fetched.Gone();
        case 403 ->
            new Fetched.Refused("Graph does not hand it out", "Let the app read this file.");
        default -> throw new IOException("Graph answers " + answer.status());
      };
    }
  }

  private Fetched content(SourceItem item, Answer answer, Path into) throws IOException {
    answer.into(into, access.largest());
    return new Fetched.Content(Objects.requireNonNullElse(item.version(), ""), item.fileName());
  }

  private Answer get(URI uri) throws IOException {
    var answer = http.get(uri, Map.of("Authorization", "Bearer " + token()));
    if (answer.status() != 401) return answer;
    answer.close();
    token = null; // it lives for an hour; a large drive takes longer
    return http.get(uri, Map.of("Authorization", "Bearer " + token()));
  }

  private String token() throws IOException {
    var known = token;
    if (known != null) return known;
    var form =
        SourceJson.form(
            Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                access.required(access.user(), "user"),
                "client_secret",
                access.required(access.password(), "password"),
                "scope",
                service + "/.default"));
    var address = login + "/" + access.required(access.tenant(), "tenant") + "/oauth2/v2.0/token";
    var headers = Map.of("Content-Type", "application/x-www-form-urlencoded");
    try (var answer = http.ask("POST", URI.create(address), headers, form)) {
      var json = SourceJson.read(answer);
      var fresh = SourceJson.text(json.path("access_token"));
      if (fresh.isEmpty()) throw SourceJson.noToken("Microsoft", answer.status(), json);
      token = fresh;
      return fresh;
    }
  }

  private static SourceFailure refused(int status) {
    return SourceFailure.refused(
        "Graph answers " + status,
        "Check the drive's id, and that the app has the right Files.Read.All or Sites.Selected.");
  }
}
