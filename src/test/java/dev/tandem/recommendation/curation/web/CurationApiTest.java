package dev.tandem.recommendation.curation.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.identity.ApiTokens;
import dev.tandem.identity.ApiTokens.Issue.Issued;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.testing.TandemTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A marketer pins by a program what a rep then gets first, and takes it back. */
@TandemTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "tandem.curation.left-out=0")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CurationApiTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired private Users users;
  @Autowired private ApiTokens tokens;
  @Autowired private Clock clock;
  @LocalServerPort private int port;

  private String marketer = "";
  private String rep = "";

  @BeforeAll
  void twoAssetsAndTwoPrograms() throws Exception {
    marketer = token(Role.MARKETER);
    rep = token(Role.REP);
    for (var id : List.of("tour", "prices")) {
      var asset =
          "{\"id\":\"%s\",\"title\":\"%s\",\"url\":\"https://example.com/%s\"}"
              .formatted(id, id.equals("tour") ? "A tour of the works" : "What it costs", id);
      assertThat(send("POST", "/assets", marketer, asset).statusCode()).isEqualTo(201);
    }
  }

  private String token(Role role) {
    var id = new UserId("program-" + role.id());
    users.createProgram(new User(id, "Program of a " + role.id(), role));
    return ((Issued) tokens.issue(id, role, "test", Optional.empty())).secret();
  }

  private HttpResponse<String> send(String method, String path, String token, String body)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }
  }

  private String pin(String asset, String segment) {
    var today = LocalDate.now(clock);
    return """
        {"asset":"%s","kind":"pin","segment":%s,"from":"%s","until":"%s","reason":"trade fair"}
        """
        .formatted(asset, segment, today, today.plusDays(9));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  @Test
  void whatAMarketerPinsARepGetsFirstUntilItIsTakenBack() throws Exception {
    var made = send("POST", "/curation-rules", marketer, pin("tour", "{\"stage\":\"decision\"}"));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(json(made).get("state").stringValue()).isEqualTo("active");
    long id = json(made).get("id").longValue();
    assertThat(made.headers().firstValue("Location")).hasValue("/api/v1/curation-rules/" + id);

    var asked = "{\"deal\":{\"stage\":\"decision\"}}";
    var first = json(send("POST", "/recommendations", rep, asked)).get("items").get(0);
    assertThat(first.get("asset").get("id").stringValue()).isEqualTo("tour");
    var reason = first.get("reasons").get(0);
    assertThat(reason.get("code").stringValue()).isEqualTo("pinned");
    assertThat(reason.get("text").stringValue()).startsWith("Pinned by Program of a marketer");
    assertThat(first.get("curated").get("kind").stringValue()).isEqualTo("pinned");

    assertThat(send("DELETE", "/curation-rules/" + id, marketer, "").statusCode()).isEqualTo(204);
    assertThat(send("DELETE", "/curation-rules/" + id, marketer, "").statusCode()).isEqualTo(404);
    assertThat(json(send("GET", "/curation-rules", marketer, ""))).isEmpty();
    var all = json(send("GET", "/curation-rules?state=all", marketer, ""));
    assertThat(all.get(0).get("ended_by").stringValue()).isEqualTo("program-marketer");
    assertThat(send("POST", "/recommendations", rep, asked).body()).doesNotContain("pinned");
  }

  @Test
  void repsNeitherMakeNorReadRules() throws Exception {
    var body = pin("tour", "{\"stage\":\"decision\"}");
    assertThat(send("POST", "/curation-rules", rep, body).statusCode()).isEqualTo(403);
    assertThat(send("GET", "/curation-rules", rep, "").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          there is none 'nothing' | nothing | {"stage":"decision"}
          say for whom            | tour    | {}
          vocabulary has no       | tour    | {"industry":"Alchemy"}
          nobody is in a team     | tour    | {"team":"Moon"}
          stage: expected         | tour    | {"stage":"someday"}
          """)
  void whatMakesNoSenseIsRefusedWithTheReason(String problem, String asset, String segment)
      throws Exception {
    var refused = send("POST", "/curation-rules", marketer, pin(asset, segment));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).get("detail").stringValue()).contains(problem);
    assertThat(send("POST", "/curation-rules", marketer, "{}").statusCode()).isEqualTo(400);
  }
}
