package dev.tandem.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.identity.ApiTokens;
import dev.tandem.identity.Role;
import dev.tandem.identity.Scope;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.messages.Messages;
import dev.tandem.testing.TandemTest;
import dev.tandem.testing.WebVisitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people do in the settings and lists of the UI, done by a program. */
@TandemTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "tandem.sync.sources.drop.type=folder",
      "tandem.sync.sources.drop.schedule=false"
    })
class EveryActionTest {
  private static final UserId ADA = new UserId("ada");

  @Autowired private Users users;
  @Autowired private ApiTokens tokens;
  @Autowired private Messages messages;
  @LocalServerPort private int port;
  private WebVisitor visitor = new WebVisitor(0);
  private String token = "";

  @BeforeEach
  void anAdministrator() {
    visitor = new WebVisitor(port);
    if (users.find(ADA).isEmpty())
      users.addSample(new User(ADA, "Ada", Role.ADMINISTRATOR), "", "a published password");
    token = token(Role.ADMINISTRATOR);
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  @Test
  void aPersonIsAddedGetsAFirstPasswordAnotherRoleAndIsDisabled() {
    var made = send("POST", "users", "{\"id\":\"nora\",\"name\":\"Nora\",\"role\":\"rep\"}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(json(made).get("password").stringValue()).hasSize(23);
    assertThat(json(made).get("must_change_password").booleanValue()).isTrue();
    assertThat(json(send("GET", "users/nora", null)).get("password").isNull()).isTrue();
    assertThat(send("POST", "users", "{\"id\":\"nora\",\"name\":\"N\",\"role\":\"rep\"}"))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(409);
    var changed = json(send("PATCH", "users/nora", "{\"role\":\"marketer\",\"disabled\":true}"));
    assertThat(changed.get("role").stringValue()).isEqualTo("marketer");
    assertThat(changed.get("disabled").booleanValue()).isTrue();
    assertThat(send("GET", "users/nobody", null).statusCode()).isEqualTo(404);
  }

  @Test
  void aNarrowedTokenHandsOutNoPasswords() {
    token =
        ((ApiTokens.Issue.Issued)
                tokens.issue(
                    ADA, Role.ADMINISTRATOR, Set.of(Scope.ADMIN), "narrow", Optional.empty()))
            .secret();
    assertThat(send("POST", "users/ada/password", null).statusCode()).isEqualTo(403);
    var person = "{\"id\":\"eve\",\"name\":\"Eve\",\"role\":\"administrator\"}";
    assertThat(send("POST", "users", person).body()).contains("cannot hand out passwords");
    assertThat(users.find(new UserId("eve"))).isEmpty();
    var program = "{\"id\":\"bot\",\"name\":\"Bot\",\"role\":\"rep\",\"program\":true}";
    assertThat(json(send("POST", "users", program)).get("password").isNull()).isTrue();
  }

  @Test
  void aSalesStageIsMappedAndTakenBack() {
    var put =
        json(send("PUT", "sales-stages", "{\"sales_stage\":\"Handshake\",\"stage\":\"decision\"}"));
    assertThat(put.get("mapped").get(0).get("sales_stage").stringValue()).isEqualTo("Handshake");
    assertThat(send("DELETE", "sales-stages?sales_stage=Handshake", null).statusCode())
        .isEqualTo(204);
    assertThat(send("GET", "sales-stages", null).body()).doesNotContain("Handshake");
    assertThat(
            send("PUT", "sales-stages", "{\"sales_stage\":\"X\",\"stage\":\"soon\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void aWordGetsOtherNamesUnlessTheyMeanSomethingElse() {
    send("POST", "vocabularies/product", "{\"label\":\"Ledger\"}");
    var word =
        json(send("POST", "vocabularies/product", "{\"label\":\"ledger\",\"aliases\":[\"LDG\"]}"));
    assertThat(word.get("label").stringValue()).isEqualTo("Ledger");
    assertThat(word.get("aliases").get(0).stringValue()).isEqualTo("LDG");
    var taken = send("POST", "vocabularies/product", "{\"label\":\"Cargo\",\"aliases\":[\"LDG\"]}");
    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(taken.body()).contains("means 'Ledger' already");
    assertThat(send("GET", "vocabularies/product", null).body()).doesNotContain("Cargo");
    assertThat(send("GET", "vocabularies/colour", null).statusCode()).isEqualTo(404);
  }

  @Test
  void aDefinitionThatSomebodyElseChangedIsNotOverwritten() {
    var body = "{\"term\":\"Champion\",\"definition\":\"%s\"}";
    var first = send("PUT", "glossary", body.formatted("Speaks for us."));
    var tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(send("PUT", "glossary", body.formatted("Buys."), "If-Match", tag).statusCode())
        .isEqualTo(200);
    var late = send("PUT", "glossary", body.formatted("Signs."), "If-Match", tag);
    assertThat(late.statusCode()).isEqualTo(412);
    long id = json(first).get("id").longValue();
    assertThat(json(send("GET", "glossary/" + id + "/versions", null))).hasSize(2);
    assertThat(send("DELETE", "glossary/" + id, null).statusCode()).isEqualTo(204);
    assertThat(send("DELETE", "glossary/" + id, null).statusCode()).isEqualTo(404);
  }

  @Test
  void messagesAreReadByWhomTheyAreForAndNobodyElse() {
    messages.tell(List.of(ADA), "test:" + UUID.randomUUID(), "Something moved.", "requests/1");
    messages.tell(List.of(new UserId("bob")), "test:" + UUID.randomUUID(), "For Bob.", "");
    var inbox = json(send("GET", "me/messages", null));
    assertThat(inbox.get("unread").longValue()).isEqualTo(1);
    assertThat(inbox.toString()).contains("Something moved").doesNotContain("For Bob");
    assertThat(send("POST", "me/messages/read", null).statusCode()).isEqualTo(204);
    assertThat(json(send("GET", "me/messages", null)).get("unread").longValue()).isZero();
    assertThat(messages.unread(new UserId("bob"))).isEqualTo(1);
    assertThat(send("PUT", "me/mail", "{\"address\":\"x\",\"wanted\":true}").statusCode())
        .isEqualTo(400);
    assertThat(json(send("PUT", "me/mail", "{\"address\":\"a@b.example\",\"wanted\":true}")))
        .isEqualTo(JsonMapper.shared().readTree("{\"address\":\"a@b.example\",\"wanted\":true}"));
  }

  @Test
  void requestsGetOwnersAndLevels() {
    var rule = "{\"type\":\"case_study\",\"owner\":\"ada\"}";
    assertThat(send("PUT", "request-rules/owners", rule).body()).contains("case_study");
    assertThat(send("DELETE", "request-rules/owners?type=case_study", null).statusCode())
        .isEqualTo(204);
    assertThat(send("GET", "request-rules/owners", null).body()).isEqualTo("[]");
    assertThat(send("PUT", "request-rules/owners", "{\"owner\":\"nobody\"}").statusCode())
        .isEqualTo(400);
    var level = "{\"type\":\"demo\",\"answer_days\":3,\"delivery_days\":9}";
    assertThat(json(send("PUT", "request-rules/levels", level)).toString())
        .contains("\"type\":\"demo\",\"answer_days\":3");
    assertThat(send("DELETE", "request-rules/levels?type=demo", null).statusCode()).isEqualTo(204);
  }

  @Test
  void aSituationIsJudged() {
    var asset = newAsset();
    var made = json(send("POST", "situations", "{\"query\":\"mill guide\"}"));
    var path = "situations/" + made.get("id").stringValue();
    var graded = json(send("PUT", path + "/grades/" + asset, "{\"grade\":3}"));
    assertThat(graded.get("grades").get(asset).intValue()).isEqualTo(3);
    assertThat(send("PUT", path + "/grades/" + asset, "{\"grade\":4}").statusCode()).isEqualTo(400);
    assertThat(json(send("PUT", path + "/grades/" + asset, "{\"grade\":null}")).get("grades"))
        .isEmpty();
    assertThat(send("DELETE", path, null).statusCode()).isEqualTo(204);
    assertThat(send("DELETE", path, null).statusCode()).isEqualTo(404);
    assertThat(send("POST", "situations", "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void weightsAndSynonymsAreChangedAndKeepTheirAuthors() {
    var weights = json(send("PUT", "search-settings/weights", "{\"factors\":{\"stage\":2}}"));
    assertThat(weights.at("/factors/stage").doubleValue()).isEqualTo(2);
    assertThat(weights.at("/factors/words").doubleValue()).isEqualTo(1);
    assertThat(weights.get("by").stringValue()).isEqualTo("ada");
    assertThat(send("PUT", "search-settings/weights", "{\"factors\":{\"luck\":2}}").statusCode())
        .isEqualTo(400);
    var synonyms = json(send("PUT", "search-settings/synonyms", "{\"added\":[\"roi, payback\"]}"));
    assertThat(synonyms.get("added").get(0).stringValue()).isEqualTo("roi, payback");
    assertThat(send("PUT", "search-settings/synonyms", "{\"added\":[\"roi\"]}").statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          search-settings/weights  | {"factors":{"stage":3}}
          search-settings/synonyms | {"added":["tco, total cost"]}
          syncs/drop/mapping       | {"columns":{"name":"title"}}
          """)
  void ofTwoWhoHaveReadTheSameOnlyTheFirstChangesIt(String path, String change) {
    var read = send("GET", path, null).headers().firstValue("ETag").orElseThrow();
    var first = send("PUT", path, change, "If-Match", read);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    var second = send("PUT", path, change, "If-Match", read);
    assertThat(second.statusCode()).isEqualTo(412);
    var now = first.headers().firstValue("ETag").orElseThrow();
    assertThat(send("GET", path, null).headers().firstValue("ETag")).hasValue(now);
    assertThat(send("PUT", path, change, "If-Match", now).statusCode()).isEqualTo(200);
    assertThat(send("PUT", path, change).statusCode()).isEqualTo(200);
  }

  @Test
  void periodsAreSetAndFiguresOfOthersStayClosedUntilTheyAreOpened() {
    var state =
        json(
            send(
                "PATCH",
                "privacy",
                "{\"events\":{\"impression\":400},\"records\":{\"messages\":365}}"));
    assertThat(state.at("/events/impression").intValue()).isEqualTo(400);
    assertThat(state.at("/records/messages").intValue()).isEqualTo(365);
    assertThat(send("PATCH", "privacy", "{\"events\":{\"impression\":3}}").statusCode())
        .isEqualTo(400);
    assertThat(send("GET", "insight/people/ada", null).statusCode()).isEqualTo(403);
    assertThat(send("GET", "me/figures", null).statusCode()).isEqualTo(200);
    send("PATCH", "privacy", "{\"people_reports\":true}");
    assertThat(json(send("GET", "insight/people/ada", null)).get("uses").longValue()).isZero();
    assertThat(json(send("GET", "me/figures", null)).at("/looks/0/viewer").stringValue())
        .as("the look is noted")
        .isEqualTo("ada");
    send("PATCH", "privacy", "{\"people_reports\":false,\"events\":{\"impression\":null}}");
  }

  @Test
  void anIssueIsRaisedWithoutANameAndSettled() {
    var raised =
        json(
            send(
                "POST",
                "insight/alignment/2026-11/issues",
                "{\"words\":\"Too few references\",\"anonymous\":true}"));
    var issue = raised.get(raised.size() - 1);
    assertThat(issue.get("author").isNull()).isTrue();
    var path = "insight/alignment/2026-11/issues/" + issue.get("id").longValue();
    assertThat(send("PUT", path, "{\"agreed\":\"Two until March\"}").body())
        .contains("Two until March");
    assertThat(send("PUT", "insight/alignment/2026-11/issues/0", "{\"agreed\":\"\"}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void anAssetTellsWhatItWasAndWhoChangedIt() {
    var asset = newAsset();
    send("PATCH", "assets/" + asset, "{\"title\":\"Mill guide, second edition\"}");
    assertThat(json(send("GET", "assets/" + asset + "/versions", null))).hasSize(1);
    var changes = json(send("GET", "assets/" + asset + "/corrections", null));
    assertThat(changes.get(0).get("field").stringValue()).isEqualTo("title");
    assertThat(changes.get(0).get("by").stringValue()).isEqualTo("ada");
  }

  @Test
  void aDealTellsItsStagesAndWhatItsBuyerGot() {
    send("PUT", "opportunities/D-7", "{\"name\":\"Mill\",\"sales_stage\":\"Proposal\"}");
    var stages = json(send("GET", "opportunities/D-7/stages", null));
    assertThat(stages.get(0).get("sales_stage").stringValue()).isEqualTo("Proposal");
    assertThat(send("GET", "opportunities/D-7/shares", null).body()).isEqualTo("[]");
    assertThat(send("GET", "opportunities/D-0/shares", null).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "syncs/nowhere/runs, no CRM is connected",
    "syncs/nowhere/mapping, no CRM is connected",
    "content-sources/nowhere/problems, no content source is connected"
  })
  void whatIsNotConnectedIsSaidToBeSo(String path, String words) {
    var answer = send("GET", path, null);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains(words);
  }

  @ParameterizedTest(name = "a rep's {0} {1}: {2}")
  @CsvSource({
    "GET, users, 403",
    "GET, sales-stages, 403",
    "GET, syncs, 403",
    "GET, privacy, 403",
    "GET, insight/teams, 403",
    "GET, content-sources, 403",
    "GET, situations, 403",
    "GET, request-rules/owners, 403",
    "GET, insight/upkeep/reviews, 403",
    "GET, glossary, 200",
    "GET, me/messages, 200",
    "GET, me/shares, 200",
    "GET, me/figures, 200",
    "GET, models, 403"
  })
  void theRolesAreThoseOfTheViews(String method, String path, int status) {
    token = token(Role.REP);
    assertThat(send(method, path, method.equals("GET") ? null : "{}").statusCode())
        .isEqualTo(status);
  }

  @Test
  void whatShouldBeLookedAtIsListed() {
    assertThat(send("GET", "insight/upkeep/reviews", null).statusCode()).isEqualTo(200);
    assertThat(json(send("GET", "insight/upkeep/retirements?limit=5", null)).get("total").isInt())
        .isTrue();
  }

  @Test
  void anUnknownModelIsNotPutToUse() {
    var answer = send("POST", "models/use", "{\"version\":\"v-nowhere\"}");
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void aNulInATextIsTheCallersFaultAndSaidSo() {
    var answer = send("POST", "models/use", "{\"version\":\"prior\\u0000\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("NUL character");
  }

  private String newAsset() {
    var body = "{\"title\":\"Mill guide\",\"url\":\"https://mill.example/%s\"}";
    var made = send("POST", "assets", body.formatted(UUID.randomUUID()));
    return json(made).get("id").stringValue();
  }

  private String token(Role role) {
    return ((ApiTokens.Issue.Issued) tokens.issue(ADA, role, "test", Optional.empty())).secret();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return JsonMapper.shared().readTree(answer.body());
  }

  private HttpResponse<String> send(
      String method, String path, @Nullable String body, String... more) {
    var headers = new String[4 + more.length];
    headers[0] = "Authorization";
    headers[1] = "Bearer " + token;
    headers[2] = "Content-Type";
    headers[3] = "application/json";
    System.arraycopy(more, 0, headers, 4, more.length);
    var content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    return visitor.send(method, "/api/v1/" + path, content, headers);
  }
}
