package dev.tandem.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.identity.ApiTokens;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.insight.alignment.AlignmentPacks;
import dev.tandem.insight.alignment.Issues;
import dev.tandem.insight.alignment.PackHtml;
import dev.tandem.insight.alignment.PackPdf;
import dev.tandem.library.AssetId;
import dev.tandem.library.intake.FileIngestion;
import dev.tandem.library.intake.IncomingFile;
import dev.tandem.library.manifest.NamedValues;
import dev.tandem.search.AssetIndexer;
import dev.tandem.testing.TandemTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests and the alignment pack as other programs get them. */
@TandemTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RequestControllerTest {
  @Autowired private ApiTokens tokens;
  @Autowired private Users users;
  @Autowired private FileIngestion ingestion;
  @Autowired private AssetIndexer indexer;
  @Autowired private AlignmentPacks packs;
  @Autowired private Issues issues;
  @Autowired private Clock clock;
  @LocalServerPort private int port;
  private String rep = "";
  private String other = "";
  private String marketer = "";

  @BeforeEach
  void somebodyAndAnAsset() {
    rep = token("rita", Role.REP);
    other = token("ralf", Role.REP);
    marketer = token("mia", Role.MARKETER);
    var said =
        NamedValues.of(
            Map.of("title", "Payroll security flyer", "url", "https://example.com/flyer"),
            Currency.getInstance("EUR"));
    ingestion.ingest(IncomingFile.link(new AssetId("flyer"), said.values(), null));
    indexer.catchUp();
  }

  @Test
  void askingAnswersWithTheDayAndWithWhatMayDo() throws Exception {
    var answer =
        call("POST", "", rep, "{\"note\":\"A flyer on payroll security\",\"query\":\"security\"}");
    assertThat(answer.statusCode()).isEqualTo(201);
    var made = json(answer);
    assertThat(made.get("state").stringValue()).isEqualTo("asked");
    assertThat(made.get("due_on").stringValue()).matches("\\d{4}-\\d\\d-\\d\\d");
    assertThat(made.get("similar").valueStream())
        .anySatisfy(asset -> assertThat(asset.get("id").stringValue()).isEqualTo("flyer"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"note":""}                        | 400
          {"note":"x","kind":"novel"}        | 400
          {"note":"x","deal":"nowhere"}      | 400
          {"kind":"pricing"}                 | 400
          """)
  void badInputGetsAClearError(String body, int status) throws Exception {
    var answer = call("POST", "", rep, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("problem+json");
  }

  @Test
  void marketingMovesARequestAndOnlyWhoAskedSeesIt() throws Exception {
    long id = json(call("POST", "", rep, "{\"note\":\"A one-pager\"}")).get("id").longValue();
    assertThat(call("GET", "/" + id, other, "").statusCode()).isEqualTo(404);
    assertThat(json(call("GET", "", other, "")).get("items")).isEmpty();
    assertThat(call("PATCH", "/" + id, rep, "{\"state\":\"accepted\"}").statusCode())
        .isEqualTo(403);
    assertThat(call("PATCH", "/" + id, marketer, "{\"state\":\"accepted\"}").statusCode())
        .isEqualTo(200);
    assertThat(call("PATCH", "/" + id, marketer, "{\"state\":\"accepted\"}").statusCode())
        .isEqualTo(409);
    assertThat(call("PATCH", "/" + id, marketer, "{\"state\":\"proven\"}").statusCode())
        .isEqualTo(400);
    assertThat(call("PATCH", "/" + id, marketer, "{\"state\":\"declined\"}").statusCode())
        .isEqualTo(400);
    var done =
        json(call("PATCH", "/" + id, marketer, "{\"state\":\"delivered\",\"asset\":\"flyer\"}"));
    assertThat(done.get("asset").stringValue()).isEqualTo("flyer");
    assertThat(json(call("GET", "/" + id, rep, "")).get("history")).hasSize(3);
  }

  @Test
  void allRequestsComePageByPageAndNoneTwice() throws Exception {
    var reader = token("rolf", Role.REP);
    for (var need : List.of("one", "two", "three", "four", "five"))
      assertThat(call("POST", "", reader, "{\"note\":\"" + need + "\"}").statusCode())
          .isEqualTo(201);
    var needs = new ArrayList<String>();
    var next = "";
    do {
      var page = json(call("GET", "?limit=2" + next, reader, ""));
      assertThat(page.get("total").intValue()).isEqualTo(5);
      assertThat(page.get("items").size()).isBetween(1, 2);
      page.get("items").forEach(each -> needs.add(each.get("note").stringValue()));
      next = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").stringValue();
    } while (!next.isEmpty());
    assertThat(needs).containsExactlyInAnyOrder("one", "two", "three", "four", "five");
    assertThat(call("GET", "?limit=0", reader, "").statusCode()).isEqualTo(400);
    assertThat(call("GET", "?cursor=2", reader, "").statusCode()).isEqualTo(400);
  }

  @Test
  void thePackOfAnyMonthIsReadableAsHtmlAndAsPdf() throws Exception {
    var month = YearMonth.now(clock);
    issues.raise(month, "<script>alert(1)</script> Größe, żółć & more", null);
    issues.raise(month.minusMonths(2), "Still open", new UserId("rita"));
    var pack = packs.of(month);
    assertThat(PackHtml.page(pack))
        .doesNotContain("<script>")
        .contains("MQL, SAL and SQL: not delivered by the CRM.", "without a name", "Still open");
    try (var pdf = Loader.loadPDF(PackPdf.of(pack))) {
      var text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
      assertThat(text)
          .contains("Alignment pack", "Größe, żółć & more", "Requests answered in time");
    }
    var http =
        send(request("/api/v1/insight/alignment/" + month + "?format=pdf", rep).GET().build());
    assertThat(http.statusCode()).isEqualTo(200);
    assertThat(http.body()).startsWith("%PDF");
    assertThat(send(request("/api/v1/insight/alignment/soon", rep).GET().build()).statusCode())
        .isEqualTo(400);
  }

  private String token(String name, Role role) {
    var id = new UserId(name);
    if (users.find(id).isEmpty()) users.createProgram(new User(id, name, role));
    var issue = tokens.issue(id, role, "test", Optional.empty());
    return ((ApiTokens.Issue.Issued) issue).secret();
  }

  private HttpResponse<String> call(String method, String path, String token, String body)
      throws Exception {
    return send(
        request("/api/v1/requests" + path, token)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", "Bearer " + token);
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return JsonMapper.shared().readTree(answer.body());
  }
}
