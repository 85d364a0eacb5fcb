package dev.tandem.library.sources.s3;

import dev.tandem.library.sources.ContentSource;
import dev.tandem.library.sources.Fetched;
import dev.tandem.library.sources.SourceAccess;
import dev.tandem.library.sources.SourceFailure;
import dev.tandem.library.sources.SourceHttp;
import dev.tandem.library.sources.SourceHttp.Answer;
import dev.tandem.library.sources.SourceItem;
import dev.tandem.library.sources.SourceItem.Rights;
import dev.tandem.library.sources.XmlAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The objects of a bucket below a prefix, by ListObjectsV2; addressed by path. */
final class Bucket implements ContentSource {
  private final SourceHttp http;
  private final SignatureV4 signature;
  private final SourceAccess access;
  private final String base;
  private final Clock clock;

  Bucket(SourceHttp http, SignatureV4 signature, SourceAccess access, URI url, Clock clock) {
    this.http = http;
    this.signature = signature;
    this.access = access;
    this.base =
        url.toString().replaceAll("/+$", "") + "/" + access.required(access.bucket(), "bucket");
    this.clock = clock;
  }

  @Override
  public Optional<String> list(@Nullable String mark, Listener listener) {
    var onwards = "";
    try {
      do {
        var parameters = new TreeMap<String, String>();
        parameters.put("list-type", "2");
        parameters.put("prefix", access.prefix());
        if (!onwards.isEmpty()) parameters.put("continuation-token", onwards);
        var query =
            parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        try (var answer = get(URI.create(base + "?" + query))) {
          if (answer.status() != 200) throw refused(answer);
          var listing = XmlAnswer.root(answer.bytes());
          for (var object : XmlAnswer.all(listing, "Contents")) {
            var key = XmlAnswer.text(object, "Key");
            if (!key.endsWith("/"))
              listener.found(
                  item(key, XmlAnswer.text(object, "ETag"), XmlAnswer.text(object, "Size")));
          }
          var next = XmlAnswer.text(listing, "NextContinuationToken");
          onwards = next.equals(onwards) ? "" : next;
        }
      } while (!onwards.isEmpty());
    } catch (IOException e) {
      throw SourceFailure.unreachable("the bucket cannot be listed: " + e.getMessage(), e);
    }
    return Optional.empty();
  }

  private SourceItem item(String key, String etag, String size) {
    return new SourceItem(
        key.substring(access.prefix().length()),
        key.substring(key.lastIndexOf('/') + 1),
        etag,
        address(key).toString(),
        Rights.AS_FOUND,
        size.matches("\\d{1,18}") ? Long.parseLong(size) : -1);
  }

  private URI address(String key) {
    return URI.create(base + "/" + encoded(key).replace("%2F", "/"));
  }

  private Answer get(URI uri) throws IOException {
    return http.get(uri, signature.headers("GET", uri, Map.of(), clock.instant()));
  }

  private static SourceFailure refused(Answer answer) throws IOException {
    var code = "";
    try {
      code = XmlAnswer.text(XmlAnswer.root(answer.bytes()), "Code");
    } catch (IOException noXml) {
      // the status says enough
    }
    return SourceFailure.refused(
        "the storage answers " + answer.status() + " " + code,
        "Check url, bucket, region and keys; the keys need ListBucket and GetObject.");
  }

  @Override
  public Fetched fetch(SourceItem item, @Nullable String known, Path into) throws IOException {
    try (var answer = get(address(access.prefix() + item.key()))) {
      return switch (answer.status()) {
        case 200 -> {
          answer.into(into, access.largest());
          yield new Fetched.Content(
              Objects.requireNonNullElse(item.version(), ""), item.fileName());
        }
        case 404 -> new Fetched.Gone();
        case 403 ->
            new Fetched.Refused(
                "the storage does not hand it out", "Allow GetObject for the keys.");
        default -> throw new IOException("the storage answers " + answer.status());
      };
    }
  }

  /** As the signature wants it: all but the unreserved characters of RFC 3986. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
