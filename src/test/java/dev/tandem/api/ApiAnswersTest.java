package dev.tandem.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.identity.ApiTokens;
import dev.tandem.identity.ApiTokens.Issue.Issued;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.identity.Roles;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.testing.TandemTest;
import dev.tandem.testing.WebVisitor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TandemTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "tandem.api.limits.body=20KB",
      "tandem.api.limits.burst=20",
      "tandem.api.limits.requests-per-second=1"
    })
@Import(ApiAnswersTest.Probes.class)
@ExtendWith(OutputCaptureExtension.class)
class ApiAnswersTest {
  @Autowired private Users users;
  @Autowired private ApiTokens tokens;
  @LocalServerPort private int port;
  private WebVisitor visitor = new WebVisitor(0);
  private String token = "";

  @BeforeEach
  void comeWithATokenOfAMarketer() {
    visitor = new WebVisitor(port);
    token = tokenFor("mara", Role.MARKETER, Optional.empty()).secret();
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  @Test
  void withoutATokenNobodyGetsIn() {
    var answer = visitor.get("/api/v1/me");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"tandem\"");
    assertThat(problem(answer).get("detail").asString()).contains("Authorization: Bearer");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void aTokenActsForItsUser() {
    var me = json(get("/api/v1/me"));
    assertThat(me.get("id").asString()).isEqualTo("mara");
    assertThat(me.get("role").asString()).isEqualTo("marketer");
  }

  @Test
  void unknownRevokedAndExpiredTokensAreRefused() {
    var revoked = tokenFor("mara", Role.REP, Optional.empty());
    tokens.revoke(revoked.token().id());
    var expired = tokenFor("mara", Role.REP, Optional.of(Duration.ofNanos(1)));
    for (var secret :
        new String[] {"x", "tandem_" + "a".repeat(43), revoked.secret(), expired.secret()}) {
      var answer = visitor.get("/api/v1/me", "Authorization", "Bearer " + secret);
      assertThat(answer.statusCode()).as(secret).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
          .contains("invalid_token");
    }
  }

  @Test
  void aTokenNeverHasMoreRightsThanItsUser() {
    assertThat(tokens.issue(new UserId("mara"), Role.ADMINISTRATOR, "too much", Optional.empty()))
        .isInstanceOf(ApiTokens.Issue.Refused.class);
    users.changeRole(new UserId("mara"), Role.REP);
    assertThat(json(get("/api/v1/me")).get("role").asString()).isEqualTo("rep");
    assertThat(get("/api/v1/probe/marketers").statusCode()).isEqualTo(403);
    users.changeRole(new UserId("mara"), Role.MARKETER);
    assertThat(get("/api/v1/probe/marketers").statusCode()).isEqualTo(200);
  }

  @Test
  void aDisabledUsersTokensAreRefused() {
    users.disable(new UserId("mara"));
    assertThat(get("/api/v1/me").statusCode()).isEqualTo(401);
    users.enable(new UserId("mara"));
    assertThat(get("/api/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void malformedJsonIsToldByLineAndColumn() {
    var answer = post("{\"name\": \"a\",\n  oops}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(problem(answer).get("line").asInt()).isEqualTo(2);
    assertThat(problem(answer).get("detail").asString()).contains("not valid JSON");
  }

  @Test
  void aWrongFieldIsToldByItsPointer() {
    var answer = post("{\"name\": \"a\", \"inner\": {\"role\": \"pope\"}}");
    assertThat(problem(answer).get("pointer").asString()).isEqualTo("/inner/role");
    assertThat(problem(answer).get("detail").asString()).contains("pope", "MARKETER");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"name": "a", "inner": {"count": "many"}} | At /inner/count: 'many' is not a valid value here; expected is a number.
          {"name": "a", "inner": "thing"}           | At /inner: Expected is an object in { }.
          {"name": ["a"]}                           | At /name: Expected is text.
          [1]                                       | Expected is an object in { }.
          """)
  void whatIsExpectedIsSaidTogetherWithThePlace(String body, String detail) {
    assertThat(problem(post(body)).get("detail").asString()).isEqualTo(detail);
  }

  @Test
  void anAddressWithoutACallPointsToTheDescription() {
    var answer = get("/api/v1/nothing/here");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(problem(answer).get("detail").asString()).contains("/v3/api-docs");
  }

  @Test
  void whatAValueItselfRefusesIsToldInItsWords() {
    var answer = post("{\"name\": \"a\", \"user\": {\"value\": \"two words\"}}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(problem(answer).get("detail").asString()).contains("no spaces");
    assertThat(problem(answer).get("pointer").asString()).isEqualTo("/user");
  }

  @Test
  void fieldErrorsAreListedWithPointers() {
    var answer = post("{\"name\": \" \", \"inner\": {\"count\": 11}}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(problem(answer).get("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/name", "/inner/count");
    assertThat(problem(answer).get("detail").asString())
        .contains("/name must", "/inner/count must");
  }

  @Test
  void parametersAreCheckedToo() {
    assertThat(problem(get("/api/v1/probe?limit=abc")).get("detail").asString())
        .isEqualTo("limit: 'abc' cannot be read; expected is a number.");
    var tooMuch = get("/api/v1/probe?limit=101");
    assertThat(tooMuch.statusCode()).isEqualTo(400);
    assertThat(problem(tooMuch).get("errors").findValuesAsString("parameter"))
        .containsExactly("limit");
  }

  @Test
  void unknownPathsAndMethodsAndTypesAreProblems() {
    assertThat(problem(get("/api/v1/no-such-thing")).get("status").asInt()).isEqualTo(404);
    assertThat(problem(get("/api/v1/../../etc/passwd")).get("status").asInt()).isIn(400, 404);
    assertThat(problem(get("/api/v1/%2e%2e/x")).get("status").asInt()).isEqualTo(400);
    var wrongMethod =
        visitor.post("/api/v1/me", BodyPublishers.noBody(), "Authorization", "Bearer " + token);
    assertThat(problem(wrongMethod).get("status").asInt()).isEqualTo(405);
    var wrongType =
        visitor.post(
            "/api/v1/probe",
            BodyPublishers.ofString("a=b"),
            "Authorization",
            "Bearer " + token,
            "Content-Type",
            "text/plain");
    assertThat(problem(wrongType).get("status").asInt()).isEqualTo(415);
  }

  @Test
  void bodiesThatAreTooLargeAreRefusedAnnouncedOrNot() {
    var large = "{\"name\": \"" + "a".repeat(30_000) + "\"}";
    assertThat(problem(post(large)).get("status").asInt()).isEqualTo(413);
    var chunked =
        visitor.post(
            "/api/v1/probe",
            BodyPublishers.ofInputStream(
                () ->
                    new ByteArrayInputStream(
                        large.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
            "Authorization",
            "Bearer " + token,
            "Content-Type",
            "application/json");
    assertThat(problem(chunked).get("status").asInt()).isEqualTo(413);
  }

  @Test
  void faultsOfOurOwnSayNothingButTheRequestId(CapturedOutput log) {
    var answer =
        visitor.get(
            "/api/v1/probe/fault", "Authorization", "Bearer " + token, "X-Request-Id", "call-17");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("secret detail", "dev.tandem", "trace");
    assertThat(problem(answer).get("request_id").asString()).isEqualTo("call-17");
    assertThat(answer.headers().firstValue("X-Request-Id")).hasValue("call-17");
    assertThat(log).contains("call-17", "secret detail").doesNotContain(token);
  }

  @Test
  void requestIdsThatCouldForgeLogLinesAreReplaced() {
    var answer =
        visitor.get("/api/v1/me", "Authorization", "Bearer " + token, "X-Request-Id", "a b;c");
    assertThat(answer.headers().firstValue("X-Request-Id").orElseThrow()).matches("[0-9a-f-]{36}");
  }

  @Test
  void whoAsksTooOftenHasToWaitWhileOthersDoNot() {
    HttpResponse<String> last = get("/api/v1/me");
    assertThat(last.headers().firstValue("RateLimit")).isPresent();
    for (int i = 0; i < 60 && last.statusCode() == 200; i++) last = get("/api/v1/me");
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(problem(last).get("detail").asString()).contains("Try again");
    assertThat(last.headers().firstValueAsLong("Retry-After")).hasValue(1);
    assertThat(last.headers().firstValue("RateLimit-Policy")).hasValue("\"caller\";q=20;w=20");
    var other = tokenFor("mara", Role.REP, Optional.empty()).secret();
    assertThat(visitor.get("/api/v1/me", "Authorization", "Bearer " + other).statusCode())
        .isEqualTo(200);
  }

  @Test
  void fieldsThatNothingReadsAreNamedInTheAnswersHead() {
    var answer = post("{\"name\":\"x\",\"nmae\":1,\"inner\":{\"cuont\":{\"a\":[2]},\"count\":3}}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Tandem-Ignored-Fields").orElse("").split(", "))
        .containsExactlyInAnyOrder("nmae", "cuont");
    assertThat(post("{\"name\":\"x\"}").headers().firstValue("Tandem-Ignored-Fields")).isEmpty();
  }

  @Test
  void aFieldsNameWritesNothingElseIntoTheHead() {
    var answer = post("{\"name\":\"x\",\"a\\r\\nSet-Cookie: b=c\":1}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.headers().firstValue("Tandem-Ignored-Fields")).hasValue("a??Set-Cookie??b?c");
  }

  @Test
  void theApiDescribesItselfToEveryone() {
    var description = json(visitor.get("/v3/api-docs"));
    assertThat(description.at("/info/title").asString()).isEqualTo("Tandem");
    assertThat(description.at("/components/securitySchemes/token/scheme").asString())
        .isEqualTo("bearer");
    assertThat(description.at("/paths").has("/api/v1/me")).isTrue();
  }

  @Test
  void healthIsPublicWithoutDetailsAndTheRestIsForAdministrators() {
    var health = visitor.get("/actuator/health");
    assertThat(json(health).get("status").asString()).isEqualTo("UP");
    assertThat(json(health).has("components")).isFalse();
    assertThat(visitor.get("/actuator/metrics").statusCode()).isEqualTo(401);
    assertThat(get("/actuator/metrics").statusCode()).isEqualTo(403);
    var admin = tokenFor("ada", Role.ADMINISTRATOR, Optional.empty()).secret();
    assertThat(visitor.get("/actuator/prometheus", "Authorization", "Bearer " + admin).body())
        .contains("jvm_memory");
    assertThat(
            json(visitor.get("/actuator/health", "Authorization", "Bearer " + admin))
                .has("components"))
        .isTrue();
  }

  private Issued tokenFor(String name, Role role, Optional<Duration> validFor) {
    var id = new UserId(name);
    users.createProgram(new User(id, name, role));
    return (Issued) tokens.issue(id, role, "test", validFor);
  }

  private HttpResponse<String> get(String path) {
    return visitor.get(path, "Authorization", "Bearer " + token);
  }

  private HttpResponse<String> post(String json) {
    return visitor.post(
        "/api/v1/probe",
        BodyPublishers.ofString(json),
        "Authorization",
        "Bearer " + token,
        "Content-Type",
        "application/json");
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private static JsonNode problem(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .as(answer.body())
        .startsWith("application/problem+json");
    var problem = json(answer);
    assertThat(problem.get("status").asInt()).isEqualTo(answer.statusCode());
    assertThat(problem.get("request_id").asString()).isNotEmpty();
    return problem;
  }

  @TestConfiguration
  static class Probes {
    @Bean
    Probe probe(CurrentUser currentUser) {
      return new Probe(currentUser);
    }
  }

  /** A controller such as any module has. */
  @TestComponent
  @RestController
  static class Probe {
    private final CurrentUser currentUser;

    Probe(CurrentUser currentUser) {
      this.currentUser = currentUser;
    }

    record Inner(Role role, @Max(10) int count) {}

    record Body(@NotBlank String name, @Valid Inner inner, UserId user) {}

    @PostMapping("/api/v1/probe")
    String take(@Valid @RequestBody Body body) {
      return body.name();
    }

    @GetMapping("/api/v1/probe")
    int limited(@RequestParam @Max(100) int limit) {
      return limit;
    }

    @GetMapping("/api/v1/probe/marketers")
    @PreAuthorize("hasRole('" + Roles.MARKETER + "')")
    String marketers() {
      return currentUser.require().displayName();
    }

    @GetMapping("/api/v1/probe/fault")
    String fault() {
      throw new IllegalStateException("secret detail");
    }
  }
}
