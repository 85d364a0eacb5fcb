package dev.tandem.library.sources.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Request;
import dev.tandem.library.sources.ContentSource;
import dev.tandem.library.sources.ContentSourceContract;
import dev.tandem.library.sources.SourceAccesses;
import dev.tandem.library.sources.SourceFailure;
import dev.tandem.library.sources.Told;
import dev.tandem.testing.PlayedServer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BucketTest extends ContentSourceContract {
  private final Storage storage = new Storage();

  /** Plays ListObjectsV2 and GetObject in the shapes of Amazon's reference, two keys a page. */
  private static final class Storage extends PlayedServer {
    final Map<String, String> objects = new TreeMap<>();

    @Override
    protected ResponseDefinitionBuilder answer(Request request) {
      var signed = String.valueOf(request.getHeader("Authorization"));
      if (!signed.contains("Credential=key/"))
        return WireMock.aResponse()
            .withStatus(403)
            .withBody("<Error><Code>InvalidAccessKeyId</Code></Error>");
      if (!request.getUrl().contains("?")) return object(request.getUrl());
      var from = parameter(request, "continuation-token");
      var listing =
          new StringBuilder("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
      int told = 0;
      for (var object : objects.entrySet()) {
        if (object.getKey().compareTo(from) <= 0) continue;
        listing
            .append("<Contents><Key>")
            .append(object.getKey())
            .append("</Key><ETag>&quot;")
            .append(Integer.toHexString(object.getValue().hashCode()))
            .append("&quot;</ETag><Size>")
            .append(object.getValue().getBytes(StandardCharsets.UTF_8).length)
            .append("</Size></Contents>");
        if (++told == 2) {
          listing
              .append("<NextContinuationToken>")
              .append(object.getKey())
              .append("</NextContinuationToken>");
          break;
        }
      }
      return WireMock.ok(listing.append("</ListBucketResult>").toString());
    }

    private ResponseDefinitionBuilder object(String url) {
      var key = URLDecoder.decode(url.replaceFirst("^/content/", ""), StandardCharsets.UTF_8);
      var text = objects.get(key);
      return text == null ? WireMock.notFound() : WireMock.ok(text);
    }
  }

  @Override
  protected void put(String path, String text) {
    storage.objects.put(path, text);
  }

  @Override
  protected void delete(String path) {
    storage.objects.remove(path);
  }

  @Override
  protected ContentSource source() {
    return source("key");
  }

  private ContentSource source(String key) {
    return new BucketFactory(pause -> true, Clock.systemUTC())
        .open("files", SourceAccesses.signedIn("s3", storage.url(), key, "secret"));
  }

  @AfterEach
  void stop() {
    storage.close();
  }

  @Test
  void whatTheStorageSaysIsSaid() {
    assertThatThrownBy(() -> Told.by(source("other"), null))
        .isInstanceOf(SourceFailure.class)
        .hasMessageContaining("InvalidAccessKeyId");
  }

  @Test
  void foldersAreNoFiles() {
    put("folder/", "");
    assertThat(Told.by(source(), null).items).isEmpty();
  }
}
