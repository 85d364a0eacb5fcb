package dev.tandem.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.identity.ApiTokens.Issue.Issued;
import dev.tandem.testing.TandemTest;
import dev.tandem.testing.WebVisitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TandemTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TokenScopesTest {
  private static final UserId ADA = new UserId("ada");

  @Autowired private Users users;
  @Autowired private ApiTokens tokens;
  @Autowired private TokenAudit audit;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;
  private WebVisitor visitor = new WebVisitor(0);

  @BeforeEach
  void knowAnAdministrator() {
    visitor = new WebVisitor(port);
    if (users.find(ADA).isEmpty()) users.createProgram(new User(ADA, "Ada", Role.ADMINISTRATOR));
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  @ParameterizedTest(name = "{0} {1} needs {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /api/v1/search?q=x                      | read
          POST   | /api/v1/recommendations                 | read
          GET    | /api/v1/assets                          | read
          GET    | /api/v1/opportunities/D-1/coverage      | read
          PATCH  | /api/v1/assets/guide                    | content
          GET    | /api/v1/assets/guide/merges             | read
          PUT    | /api/v1/assets/guide/merge              | content
          DELETE | /api/v1/assets/guide/merge              | content
          DELETE | /api/v1/curation-rules/1                | content
          PATCH  | /api/v1/requests/1                      | content
          POST   | /api/v1/requests                        | feedback
          POST   | /api/v1/events                          | feedback
          POST   | /api/v1/ubi/events                      | feedback
          PUT    | /api/v1/opportunities/D-1               | deals
          GET    | /api/v1/events                          | insight
          GET    | /api/v1/insight/overview                | insight
          POST   | /api/v1/embed/tokens                    | sidebar
          GET    | /api/v1/webhooks                        | admin
          POST   | /api/v1/tokens                          | admin
          POST   | /api/v1/models/train                    | admin
          GET    | /actuator/metrics                       | admin
          GET    | /api/v1/something-that-comes-later      | admin""")
  void aCallWithoutItsScopeIsRefusedByName(String method, String call, String scope) {
    var others = EnumSet.allOf(Scope.class);
    others.remove(Scope.of(scope).orElseThrow());
    var answer = send(method, call, "{}", token(others));
    assertThat(answer.statusCode()).isEqualTo(403);
    var problem = json(answer);
    assertThat(problem.get("missing_scope").stringValue()).isEqualTo(scope);
    assertThat(problem.get("detail").stringValue()).contains("lacks the scope '" + scope + "'");
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("error=\"insufficient_scope\"", "scope=\"" + scope + "\"");
    var only = send(method, call, "{}", token(Set.of(Scope.of(scope).orElseThrow())));
    assertThat(only.statusCode()).as(only.body()).isNotIn(401, 403);
  }

  @Test
  void anyTokenMayAskWhatItIs() {
    var me = json(send("GET", "/api/v1/me", null, token(Set.of(Scope.DEALS, Scope.READ))));
    assertThat(me.get("scopes").toString()).isEqualTo("[\"read\",\"deals\"]");
  }

  @Test
  void theScopeDoesNotLiftTheRole() {
    var rep = tokens.issue(ADA, Role.REP, Scope.all(), "rep", Optional.empty());
    var answer = send("GET", "/api/v1/insight/overview", null, ((Issued) rep).secret());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("role does not allow").doesNotContain("missing_scope");
  }

  @Test
  void tokensFromBeforeThereWereScopesKeepWhatTheyCouldDo() {
    var old = (Issued) tokens.issue(ADA, Role.ADMINISTRATOR, "old", Optional.empty());
    assertThat(
            jdbc.sql("select count(*) from api_token where id = :id and scopes is null")
                .param("id", old.token().id())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    for (var call : new String[] {"search?q=x", "insight/overview", "webhooks", "tokens"})
      assertThat(send("GET", "/api/v1/" + call, null, old.secret()).statusCode())
          .as(call)
          .isEqualTo(200);
  }

  @Test
  void whatIsRefusedForItsScopeIsWrittenDown() {
    send("PUT", "/api/v1/opportunities/D-9", "{\"name\":\"X\"}", token(Set.of(Scope.READ)));
    var newest = audit.before(Long.MAX_VALUE, 1).getFirst();
    assertThat(newest.path()).isEqualTo("/api/v1/opportunities/D-9");
    assertThat(newest.status()).isEqualTo(403);
  }

  @Test
  void tokensAreIssuedOverTheApiButNotWithMoreScopes() {
    var asking = token(Set.of(Scope.ADMIN, Scope.READ));
    var answer =
        send(
            "POST",
            "/api/v1/tokens",
            "{\"user\":\"ada\",\"role\":\"rep\",\"scopes\":[\"read\"],\"name\":\"bi\",\"days\":3}",
            asking);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var made = json(answer);
    var secret = made.get("token").stringValue();
    assertThat(json(send("GET", "/api/v1/me", null, secret)).get("scopes")).hasSize(1);
    var beyond =
        send(
            "POST",
            "/api/v1/tokens",
            "{\"user\":\"ada\",\"role\":\"rep\",\"scopes\":[\"read\",\"content\"]}",
            asking);
    assertThat(beyond.statusCode()).isEqualTo(403);
    assertThat(beyond.body()).contains("lacks content itself");
    var list = send("GET", "/api/v1/tokens", null, asking).body();
    assertThat(list).contains("\"bi\"").doesNotContain(secret, "tandem_");
    var id = made.get("id").asString();
    assertThat(send("DELETE", "/api/v1/tokens/" + id, null, asking).statusCode()).isEqualTo(204);
    assertThat(send("GET", "/api/v1/me", null, secret).statusCode()).isEqualTo(401);
  }

  @Test
  void aSecretIsNotKeptForAnIdempotencyKey() {
    var answer =
        visitor.send(
            "POST",
            "/api/v1/tokens",
            BodyPublishers.ofString("{\"user\":\"ada\",\"role\":\"rep\",\"scopes\":[\"read\"]}"),
            "Authorization",
            "Bearer " + token(Scope.all()),
            "Content-Type",
            "application/json",
            "Idempotency-Key",
            "k1");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(jdbc.sql("select count(*) from api_kept_answer").query(Integer.class).single())
        .isZero();
  }

  @Test
  void scopesThatDoNotExistAreRefusedWithTheListOfThoseThatDo() {
    var answer =
        send(
            "POST",
            "/api/v1/tokens",
            "{\"user\":\"ada\",\"role\":\"rep\",\"scopes\":[\"everything\"]}",
            token(Scope.all()));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("'everything'", "read, feedback, content");
  }

  @Test
  void theDescriptionNamesTheScopeOfEveryCall() {
    var description = json(visitor.get("/v3/api-docs"));
    var forgotten = new ArrayList<String>();
    for (var path : description.get("paths").properties())
      for (var call : path.getValue().properties()) {
        if (!path.getKey().startsWith("/api/v1/")) continue;
        var method = call.getKey().toUpperCase(java.util.Locale.ROOT);
        if (!ScopeTable.names(method, PathContainer.parsePath(path.getKey())))
          forgotten.add(method + " " + path.getKey());
      }
    assertThat(forgotten).as("calls for which nobody chose a scope").isEmpty();
    assertThat(description.at("/paths/~1api~1v1~1assets/post/security/0/token/0").stringValue())
        .isEqualTo("content");
    assertThat(description.at("/components/securitySchemes/token/description").stringValue())
        .contains("`sidebar`: open the sidebar");
  }

  private String token(Set<Scope> scopes) {
    return ((Issued) tokens.issue(ADA, Role.ADMINISTRATOR, scopes, "test", Optional.empty()))
        .secret();
  }

  private HttpResponse<String> send(
      String method, String path, @Nullable String body, String token) {
    return visitor.send(
        method,
        path,
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
        "Authorization",
        "Bearer " + token,
        "Content-Type",
        "application/json");
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
