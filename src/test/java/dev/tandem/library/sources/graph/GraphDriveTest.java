package dev.tandem.library.sources.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Request;
import dev.tandem.library.sources.ContentSource;
import dev.tandem.library.sources.Fetched;
import dev.tandem.library.sources.SourceAccesses;
import dev.tandem.library.sources.SourceFailure;
import dev.tandem.library.sources.Told;
import dev.tandem.testing.PlayedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the shapes that Microsoft documents for delta; not tried against the live service yet. */
class GraphDriveTest {
  @TempDir Path fetched;
  private final Graph graph = new Graph();

  private static final class Graph extends PlayedServer {
    final List<String> tokensAtStorage = new ArrayList<>();
    boolean forgotten;
    boolean deny;

    @Override
    protected ResponseDefinitionBuilder answer(Request request) {
      var path = request.getUrl();
      if (path.equals("/tenant/oauth2/v2.0/token"))
        return deny
            ? json("{\"error\":\"invalid_client\",\"error_description\":\"wrong secret\"}")
                .withStatus(401)
            : json("{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"tok\"}");
      if (path.startsWith("/storage/")) {
        tokensAtStorage.add(String.valueOf(request.getHeader("Authorization")));
        return WireMock.ok("the deck");
      }
      if (!"Bearer tok".equals(request.getHeader("Authorization")))
        return json("{}").withStatus(401);
      if (path.endsWith("/items/gone/content")) return json("{}").withStatus(404);
      if (path.endsWith("/content"))
        return WireMock.aResponse().withStatus(302).withHeader("Location", url() + "/storage/x");
      if (path.endsWith("/root/delta"))
        return json(
            """
            {"value":[{"id":"root","name":"root","root":{},"folder":{"childCount":2}},
              {"id":"A1","name":"deck.pptx","eTag":"\\"{A},1\\"","cTag":"\\"c:{A},1\\"","size":8,
               "webUrl":"https://example.sharepoint.com/sites/mkt/deck.pptx",
               "file":{"mimeType":"application/vnd.openxmlformats-officedocument.presentationml.presentation"}}],
             "@odata.nextLink":"%s/v1.0/drives/drive-1/root/delta?token=page2"}
            """
                .formatted(url()));
      if (path.endsWith("token=page2"))
        return json(
            "{\"value\":[],\"@odata.deltaLink\":\"%s/v1.0/drives/drive-1/root/delta?token=later\"}"
                .formatted(url()));
      if (forgotten) return json("{\"error\":{\"code\":\"resyncRequired\"}}").withStatus(410);
      return json(
          "{\"value\":[{\"id\":\"A1\",\"name\":\"deck.pptx\",\"deleted\":{\"state\":\"deleted\"}}],\"@odata.deltaLink\":\"%s/v1.0/drives/drive-1/root/delta?token=later2\"}"
              .formatted(url()));
    }
  }

  private ContentSource source() {
    return new GraphFactory(pause -> true)
        .open("mkt", SourceAccesses.signedIn("sharepoint", graph.url(), "app", "app-secret"));
  }

  @AfterEach
  void stop() {
    graph.close();
  }

  @Test
  void filesAreToldOnceAndThenWhatChanges() {
    var first = Told.by(source(), null);
    assertThat(first.items.keySet()).containsExactly("A1");
    assertThat(first.items.firstEntry().getValue().link()).contains("sharepoint.com");
    var second = Told.by(source(), first.mark.orElseThrow());
    assertThat(second.gone).containsExactly("A1");
    assertThat(second.mark.orElseThrow()).endsWith("later2");
  }

  @Test
  void aMarkThatIsTooOldStartsOver() {
    graph.forgotten = true;
    var mark = graph.url() + "/v1.0/drives/drive-1/root/delta?token=old";
    assertThat(Told.by(source(), mark).items.keySet()).containsExactly("A1");
  }

  @Test
  void theTokenIsNotSentToTheStorageBehind() throws IOException {
    var source = source();
    var item = Told.by(source, null).items.firstEntry().getValue();
    var into = fetched.resolve("content");
    assertThat(source.fetch(item, null, into)).isInstanceOf(Fetched.Content.class);
    assertThat(into).content().isEqualTo("the deck");
    assertThat(graph.tokensAtStorage).containsExactly("null");
  }

  @Test
  void aMarkThatLeadsElsewhereIsNotFollowed() {
    assertThatThrownBy(() -> Told.by(source(), "https://elsewhere.example.com/delta"))
        .isInstanceOf(SourceFailure.class);
  }

  @Test
  void aWrongSecretIsSaidWithoutBeingShown() {
    graph.deny = true;
    assertThatThrownBy(() -> Told.by(source(), null))
        .isInstanceOf(SourceFailure.class)
        .hasMessageContaining("wrong secret")
        .hasMessageNotContaining("app-secret");
  }
}
