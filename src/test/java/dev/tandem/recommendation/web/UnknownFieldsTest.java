package dev.tandem.recommendation.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.identity.ApiTokens;
import dev.tandem.identity.ApiTokens.Issue.Issued;
import dev.tandem.identity.Role;
import dev.tandem.identity.Scope;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.testing.TandemTest;
import dev.tandem.testing.WebVisitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A typo in a question does not give another answer without a word. */
@TandemTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class UnknownFieldsTest {
  private static final UserId PROGRAM = new UserId("typist");

  @Autowired private Users users;
  @Autowired private ApiTokens tokens;
  @LocalServerPort private int port;

  private HttpResponse<String> ask(String body) {
    if (users.find(PROGRAM).isEmpty()) users.createProgram(new User(PROGRAM, "Typist", Role.REP));
    var token =
        ((Issued) tokens.issue(PROGRAM, Role.REP, Set.of(Scope.READ), "test", Optional.empty()))
            .secret();
    try (var visitor = new WebVisitor(port)) {
      return visitor.post(
          "/api/v1/recommendations",
          BodyPublishers.ofString(body),
          "Authorization",
          "Bearer " + token,
          "Content-Type",
          "application/json");
    }
  }

  private static JsonNode warnings(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body()).path("warnings");
  }

  @Test
  void theyAreNamedBesideTheAnswerWithThoseThatAreKnown() {
    var answer =
        ask("{\"qeury\":\"roi\",\"deal\":{\"industri\":\"Retail\",\"stage\":\"decision\"}}");
    assertThat(warnings(answer))
        .extracting(JsonNode::stringValue)
        .containsExactlyInAnyOrder(
            "qeury: not known here and left out; known are audience, deal, deal_id, limit, query,"
                + " surface",
            "industri: not known here and left out; known are company_size, competitor,"
                + " competitors, industry, notes, persona, personas, products, region, stage");
    assertThat(answer.headers().firstValue("Tandem-Ignored-Fields").orElse("").split(", "))
        .containsExactlyInAnyOrder("qeury", "industri");
  }

  @Test
  void whereAllIsKnownNothingIsSaid() {
    var answer = ask("{\"query\":\"roi\",\"limit\":3}");
    assertThat(warnings(answer).isMissingNode()).isTrue();
    assertThat(answer.headers().firstValue("Tandem-Ignored-Fields")).isEmpty();
  }
}
