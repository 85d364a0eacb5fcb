package dev.tandem.library.sources.webdav;

import dev.tandem.library.sources.ContentSource;
import dev.tandem.library.sources.Fetched;
import dev.tandem.library.sources.SourceFailure;
import dev.tandem.library.sources.SourceHttp;
import dev.tandem.library.sources.SourceItem;
import dev.tandem.library.sources.SourceItem.Rights;
import dev.tandem.library.sources.XmlAnswer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Lists folder by folder, since most servers refuse to list a whole tree at once. */
final class WebDav implements ContentSource {
  private static final int MOST_FOLDERS = 20_000;
  private static final String WANTED =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <propfind xmlns="DAV:"><prop><resourcetype/><getetag/><getlastmodified/><getcontentlength/>\
      </prop></propfind>
      """;

  private final SourceHttp http;
  private final URI root;
  private final Map<String, String> headers;
  private final long largest;

  /**
   * @param root ends with a slash
   */
  WebDav(SourceHttp http, URI root, Map<String, String> headers, long largest) {
    this.http = http;
    this.root = root;
    this.headers = headers;
    this.largest = largest;
  }

  @Override
  public Optional<String> list(@Nullable String mark, Listener listener) {
    var folders = new ArrayDeque<URI>();
    var seen = new HashSet<URI>();
    folders.add(root);
    while (!folders.isEmpty()) {
      var folder = folders.remove();
      if (!seen.add(folder)) continue;
      if (seen.size() > MOST_FOLDERS)
        throw SourceFailure.refused(
            "more than " + MOST_FOLDERS + " folders", "Name a folder further down as the url.");
      try {
        for (var response : XmlAnswer.all(XmlAnswer.root(propfind(folder)), "response")) {
          var there = folder.resolve(XmlAnswer.text(response, "href"));
          if (!isBelow(there, folder) || isHidden(there)) continue;
          if (XmlAnswer.all(response, "collection").isEmpty())
            listener.found(item(there, response));
          else folders.add(there);
        }
      } catch (IOException | IllegalArgumentException e) {
        throw SourceFailure.unreachable(folder + " cannot be listed: " + e.getMessage(), e);
      }
    }
    return Optional.empty();
  }

  private byte[] propfind(URI folder) throws IOException {
    var asked = new LinkedHashMap<>(headers);
    asked.put("Depth", "1");
    asked.put("Content-Type", "application/xml; charset=utf-8");
    try (var answer = http.ask("PROPFIND", folder, asked, WANTED)) {
      return switch (answer.status()) {
        case 207 -> answer.bytes();
        case 401, 403 ->
            throw SourceFailure.refused(
                "the server answers " + answer.status() + " to " + folder.getPath(),
                "Check user and password (for Nextcloud an app password) and the folder's rights.");
        case 404 ->
            throw SourceFailure.refused(
                "there is no folder " + folder.getPath(), "Check the url of this source.");
        default -> throw new IOException("the server answers " + answer.status());
      };
    }
  }

  /** A server that names something else must not get our password there. */
  private boolean isBelow(URI there, URI folder) {
    return Objects.equals(there.getAuthority(), root.getAuthority())
        && Objects.equals(there.getScheme(), root.getScheme())
        && there.getPath().startsWith(folder.getPath())
        && !there.getPath().equals(folder.getPath());
  }

  private static boolean isHidden(URI there) {
    var name = name(there);
    return name.startsWith(".") || name.startsWith("~$");
  }

  private static String name(URI there) {
    var path = there.getPath().replaceAll("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private SourceItem item(URI there, Element about) {
    var etag = XmlAnswer.text(about, "getetag");
    var length = XmlAnswer.text(about, "getcontentlength");
    var version =
        etag.isEmpty() ? XmlAnswer.text(about, "getlastmodified") + " " + length : "etag " + etag;
    return new SourceItem(
        there.getPath().substring(root.getPath().length()),
        name(there),
        version,
        there.toString(),
        Rights.AS_FOUND,
        length.matches("\\d{1,18}") ? Long.parseLong(length) : -1);
  }

  @Override
  public Fetched fetch(SourceItem item, @Nullable String known, Path into) throws IOException {
    var uri = URI.create(Objects.requireNonNullElse(item.link(), ""));
    try (var answer = http.get(uri, headers)) {
      return switch (answer.status()) {
        case 200 -> {
          answer.into(into, largest);
          yield new Fetched.Content(
              Objects.requireNonNullElse(item.version(), ""), item.fileName());
        }
        case 404, 410 -> new Fetched.Gone();
        case 401, 403 ->
            new Fetched.Refused("the server does not hand it out", "Check the file's rights.");
        default -> throw new IOException("the server answers " + answer.status());
      };
    }
  }
}
