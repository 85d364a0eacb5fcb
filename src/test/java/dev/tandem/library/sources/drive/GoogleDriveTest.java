package dev.tandem.library.sources.drive;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Request;
import com.nimbusds.jwt.SignedJWT;
import dev.tandem.library.sources.ContentSource;
import dev.tandem.library.sources.Fetched;
import dev.tandem.library.sources.SourceAccesses;
import dev.tandem.library.sources.SourceItem.Rights;
import dev.tandem.library.sources.Told;
import dev.tandem.testing.PlayedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** On the shapes that Google documents for Drive v3; not tried against the live service yet. */
class GoogleDriveTest {
  @TempDir Path folder;
  private final Drive drive = new Drive();
  private Path key = Path.of("");

  private static final class Drive extends PlayedServer {
    String form = "";

    @Override
    protected ResponseDefinitionBuilder answer(Request request) {
      var path = request.getUrl().replaceAll("\\?.*", "");
      if (path.equals("/token")) {
        form = request.getBodyAsString();
        return json("{\"access_token\":\"tok\",\"expires_in\":3599,\"token_type\":\"Bearer\"}");
      }
      if (!"Bearer tok".equals(request.getHeader("Authorization")))
        return json("{}").withStatus(401);
      return switch (path) {
        case "/drive/v3/changes/startPageToken" -> json("{\"startPageToken\":\"8\"}");
        case "/drive/v3/files" ->
            parameter(request, "pageToken").isEmpty()
                ? json("{\"nextPageToken\":\"p2\",\"files\":[" + DECK + "]}")
                : json("{\"files\":[" + DOCUMENT + "]}");
        case "/drive/v3/changes" ->
            json(
                "{\"newStartPageToken\":\"9\",\"changes\":[{\"fileId\":\"D1\",\"removed\":true},"
                    + "{\"fileId\":\"D2\",\"removed\":false,\"file\":{\"id\":\"D2\",\"trashed\":true}}]}");
        case "/drive/v3/files/D2/export" -> WireMock.ok("%PDF");
        case "/drive/v3/files/D1" -> WireMock.ok("bytes");
        default -> json("{}").withStatus(404);
      };
    }

    private static final String DECK =
        """
        {"id":"D1","name":"deck.pdf","mimeType":"application/pdf","md5Checksum":"abc","version":"4",
         "webViewLink":"https://drive.google.com/file/d/D1/view","size":"5","trashed":false,
         "permissions":[{"type":"domain"},{"type":"user"}]}
        """;
    private static final String DOCUMENT =
        """
        {"id":"D2","name":"Battle card","mimeType":"application/vnd.google-apps.document",
         "version":"12","webViewLink":"https://docs.google.com/document/d/D2/edit","trashed":false,
         "permissions":[{"type":"user"},{"type":"group"}]}
        """;
  }

  @BeforeEach
  void keyOfAServiceAccount() throws IOException, NoSuchAlgorithmException {
    var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    var pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";
    key = folder.resolve("key.json");
    Files.writeString(
        key,
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "client_email",
                    "tandem@example.iam.gserviceaccount.com",
                    "private_key",
                    pem,
                    "token_uri",
                    drive.url() + "/token")));
  }

  private ContentSource source() {
    return new DriveFactory(pause -> true, Clock.systemUTC())
        .open("mkt", SourceAccesses.keyed("google-drive", drive.url(), key));
  }

  @AfterEach
  void stop() {
    drive.close();
  }

  @Test
  void filesAreListedOnceAndThenTheirChanges() {
    var first = Told.by(source(), null);
    assertThat(first.items.keySet()).containsExactly("D1", "D2");
    assertThat(first.mark).contains("8");
    var second = Told.by(source(), "8");
    assertThat(second.gone).containsExactly("D1", "D2");
    assertThat(second.mark).contains("9");
  }

  @Test
  void documentsOfGoogleAreFetchedAsPdf() throws IOException {
    var source = source();
    var item = Told.by(source, null).items.lastEntry().getValue();
    var into = folder.resolve("content");
    var content = (Fetched.Content) source.fetch(item, null, into);
    assertThat(content.fileName()).isEqualTo("Battle card.pdf");
    assertThat(into).content().isEqualTo("%PDF");
  }

  @Test
  void whatIsSharedWithPersonsOnlyDoesNotGoOut() {
    var items = Told.by(source(), null).items;
    assertThat(items.firstEntry().getValue().rights()).isEqualTo(Rights.AS_FOUND);
    assertThat(items.lastEntry().getValue().rights()).isEqualTo(Rights.INTERNAL);
  }

  @Test
  void theAssertionAsksToReadAndNothingMore() throws ParseException {
    Told.by(source(), null);
    var jwt = SignedJWT.parse(drive.form.replaceAll(".*assertion=([^&]+).*", "$1"));
    assertThat(jwt.getJWTClaimsSet().getStringClaim("scope")).endsWith("drive.readonly");
    assertThat(jwt.getJWTClaimsSet().getIssuer()).startsWith("tandem@");
  }
}
