package dev.tandem.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.feedback.FeedbackLog;
import dev.tandem.identity.ApiTokens;
import dev.tandem.identity.Role;
import dev.tandem.identity.TokenAudit;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What guards callers of the API from each other, from themselves, and from being forgotten. */
@TandemTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ApiGuardsTest {
  @Autowired private Users users;
  @Autowired private ApiTokens tokens;
  @Autowired private TokenAudit audit;
  @Autowired private FeedbackLog log;
  @LocalServerPort private int port;
  private final HttpClient client = HttpClient.newHttpClient();
  private String token = "";

  @BeforeEach
  void anAdministratorsToken() {
    users.addSample(
        new User(new UserId("adam"), "Adam", Role.ADMINISTRATOR), "", "a published password");
    token = token(Role.ADMINISTRATOR);
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void anAssetThatSomebodyElseChangedIsNotOverwritten() {
    var id = newAsset();
    var tag = etag(get("/api/v1/assets/" + id));
    var mine = patch("/api/v1/assets/" + id, "{\"title\":\"Mine\"}", "If-Match", tag);
    assertThat(mine.statusCode()).isEqualTo(200);
    assertThat(etag(mine)).isNotEqualTo(tag);
    var late = patch("/api/v1/assets/" + id, "{\"title\":\"Theirs\"}", "If-Match", tag);
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.body()).contains("Read it again");
    assertThat(get("/api/v1/assets/" + id).body()).contains("\"Mine\"");
    assertThat(send("DELETE", "/api/v1/assets/" + id, null, "If-Match", tag).statusCode())
        .isEqualTo(412);
    assertThat(patch("/api/v1/assets/" + id, "{\"title\":\"X\"}", "If-Match", "*").statusCode())
        .isEqualTo(200);
  }

  @Test
  void ofManyChangesWithTheSameTagAtOnceOneWins() throws Exception {
    var id = newAsset();
    var tag = etag(get("/api/v1/assets/" + id));
    var calls = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 8; i++) {
      var body = "{\"title\":\"Title " + i + "\"}";
      calls.add(() -> patch("/api/v1/assets/" + id, body, "If-Match", tag).statusCode());
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var statuses = new ArrayList<Integer>();
      for (var answer : threads.invokeAll(calls)) statuses.add(answer.get());
      assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    }
  }

  @Test
  void aDealThatSomebodyElseChangedIsNotOverwritten() {
    var path = "/api/v1/opportunities/" + UUID.randomUUID();
    var first = send("PUT", path, "{\"name\":\"Mill\"}");
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(send("PUT", path, "{\"name\":\"Mill 2\"}", "If-Match", etag(first)).statusCode())
        .isEqualTo(200);
    assertThat(send("PUT", path, "{\"name\":\"Mill 3\"}", "If-Match", etag(first)).statusCode())
        .isEqualTo(412);
    assertThat(get(path).body()).contains("Mill 2");
  }

  @Test
  void aPostWithAKeyIsCarriedOutOnce() {
    var body = "{\"title\":\"Once\",\"url\":\"https://mill.example/" + UUID.randomUUID() + "\"}";
    var key = UUID.randomUUID().toString();
    var first = post("/api/v1/assets", body, "Idempotency-Key", key);
    assertThat(first.statusCode()).isEqualTo(201);
    var again = post("/api/v1/assets", body, "Idempotency-Key", key);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    var other = post("/api/v1/assets", body.replace("Once", "Twice"), "Idempotency-Key", key);
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("used for another request");
  }

  @Test
  void manyAtOnceWithOneKeyMakeOneThing() throws Exception {
    var body = "{\"title\":\"Race\",\"url\":\"https://mill.example/" + UUID.randomUUID() + "\"}";
    var key = UUID.randomUUID().toString();
    var calls = new ArrayList<Callable<HttpResponse<String>>>();
    for (int i = 0; i < 8; i++)
      calls.add(() -> post("/api/v1/assets", body, "Idempotency-Key", key));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int done = 0;
      for (var answer : threads.invokeAll(calls)) {
        assertThat(answer.get().statusCode()).isIn(201, 409);
        if (answer.get().headers().firstValue("Idempotency-Replayed").isEmpty()
            && answer.get().statusCode() == 201) done++;
      }
      assertThat(done).isEqualTo(1);
    }
  }

  @Test
  void aListIsReadPageByPage() {
    for (int i = 0; i < 5; i++) newAsset();
    var ids = new ArrayList<String>();
    var path = "/api/v1/assets?limit=2";
    for (var page = json(get(path)); ; page = json(get(path + "&cursor=" + next(page)))) {
      page.get("items").valueStream().forEach(item -> ids.add(item.get("id").stringValue()));
      if (page.get("next").isNull()) break;
    }
    assertThat(ids).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
    assertThat(json(get("/api/v1/assets?limit=1000")).get("items").size()).isEqualTo(ids.size());
    assertThat(get("/api/v1/opportunities?limit=2").statusCode()).isEqualTo(200);
  }

  private static String next(JsonNode page) {
    return page.get("next").stringValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "ZnJvbTotMQ", "ZnJvbTo5OTk5OTk5OTk5OTk"})
  void whatIsNoCursorIsRefused(String cursor) {
    assertThat(get("/api/v1/assets?cursor=" + cursor).statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/opportunities?cursor=" + cursor).statusCode()).isEqualTo(400);
  }

  @Test
  void whatATokenChangesIsWrittenDown() {
    var id = newAsset();
    get("/api/v1/assets/" + id);
    patch("/api/v1/assets/nothing", "{\"title\":\"X\"}");
    var newest = audit.before(Long.MAX_VALUE, 2);
    assertThat(newest.get(0).method()).isEqualTo("PATCH");
    assertThat(newest.get(0).status()).isEqualTo(404);
    assertThat(newest.get(1).path()).isEqualTo("/api/v1/assets");
    assertThat(newest.get(1).status()).isEqualTo(201);
    assertThat(newest.get(1).user()).isEqualTo(new UserId("adam"));
    assertThat(json(get("/api/v1/audit?limit=1")).get("items").get(0).get("path").stringValue())
        .isEqualTo("/api/v1/assets/nothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit", "events", "ubi/events", "ubi/queries"})
  void onlyAdministratorsReadWhatEverybodyDid(String call) {
    token = token(Role.REP);
    assertThat(get("/api/v1/" + call).statusCode()).isEqualTo(403);
  }

  @Test
  void theLogGoesOutAndComesBackAsUserBehaviorInsights() {
    var slate = UUID.randomUUID().toString();
    var events =
        """
        [{"key":"slate:%1$s","type":"slate_served","at":"2026-01-31T09:30:00Z","slate":"%1$s","surface":"search",
          "rep":"adam","query":"mill guide","model":"prior","items":[
            {"asset":"a","position":1,"score":2.0,"selection_probability":1.0},
            {"asset":"b","position":2,"score":1.0,"selection_probability":1.0}]},
         {"key":"i%1$s","type":"impression","at":"2026-01-31T09:30:01Z","slate":"%1$s","asset":"b"},
         {"key":"o%1$s","type":"open","at":"2026-01-31T09:30:02Z","rep":"adam","asset":"b","slate":"%1$s"},
         {"key":"h%1$s","type":"rating","at":"2026-01-31T09:30:03Z","rep":"adam","asset":"b","value":"helpful","slate":"%1$s"},
         {"key":"n%1$s","type":"open","at":"2026-01-31T09:30:04Z","rep":"adam","asset":"b"}]
        """
            .formatted(slate);
    long before = log.latestSequence();
    assertThat(json(post("/api/v1/events", events)).get("accepted").intValue()).isEqualTo(5);
    var queries = json(get("/api/v1/ubi/queries?after=" + before)).get("items");
    assertThat(queries).hasSize(1);
    assertThat(queries.get(0).get("user_query").stringValue()).isEqualTo("mill guide");
    assertThat(queries.get(0).get("query_response_hit_ids").toString()).isEqualTo("[\"a\",\"b\"]");
    var page = json(get("/api/v1/ubi/events?after=" + before));
    assertThat(page.get("left_out").intValue()).as("the opening without a slate").isEqualTo(1);
    assertThat(page.get("items").valueStream().map(one -> one.get("action_name").stringValue()))
        .containsExactly("impression", "click_through", "helpful");
    assertThat(page.get("items").get(0).at("/event_attributes/position/ordinal").intValue())
        .isEqualTo(2);
    var back = json(post("/api/v1/ubi/events", page.get("items").toString()));
    assertThat(back.get("repeated").intValue()).isEqualTo(3);
    assertThat(json(post("/api/v1/ubi/queries", queries.toString())).get("repeated").intValue())
        .isEqualTo(1);
  }

  private String newAsset() {
    var made =
        post(
            "/api/v1/assets",
            "{\"title\":\"A\",\"url\":\"https://mill.example/" + UUID.randomUUID() + "\"}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return JsonMapper.shared().readTree(made.body()).get("id").stringValue();
  }

  private String token(Role role) {
    var issue = tokens.issue(new UserId("adam"), role, "test", Optional.empty());
    return ((ApiTokens.Issue.Issued) issue).secret();
  }

  private HttpResponse<String> get(String path) {
    return send("GET", path, null);
  }

  private HttpResponse<String> post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  private HttpResponse<String> patch(String path, String body, String... headers) {
    return send("PATCH", path, body, headers);
  }

  private HttpResponse<String> send(
      String method, String path, @Nullable String body, String... headers) {
    var all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
    if (body != null) all.addAll(List.of("Content-Type", "application/json"));
    all.addAll(List.of(headers));
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
              .headers(all.toArray(String[]::new))
              .method(
                  method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }
}
