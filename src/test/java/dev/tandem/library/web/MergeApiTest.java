package dev.tandem.library.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.identity.ApiTokens;
import dev.tandem.identity.ApiTokens.Issue.Issued;
import dev.tandem.identity.Role;
import dev.tandem.identity.TokenAudit;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.library.AssetEditing;
import dev.tandem.library.AssetId;
import dev.tandem.testing.TandemTest;
import dev.tandem.testing.WebVisitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two editions of one guide, of which one is to stay. */
@TandemTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MergeApiTest {
  private static final String OLD = "/api/v1/assets/guide-2024";
  private static final String KEPT = "/api/v1/assets/guide-2026";
  private static final String INTO_KEPT = "{\"into\":\"guide-2026\"}";

  @Autowired private Users users;
  @Autowired private ApiTokens tokens;
  @Autowired private TokenAudit audit;
  @Autowired private AssetEditing editing;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;
  private WebVisitor visitor = new WebVisitor(0);
  private String marketer = "";

  @BeforeEach
  void addBoth() {
    visitor = new WebVisitor(port);
    marketer = token(Role.MARKETER);
    jdbc.sql("delete from asset_merge").update();
    for (var id : List.of("guide-2024", "guide-2026")) {
      editing.delete(new AssetId(id), null);
      var body =
          "{\"id\":\"%s\",\"title\":\"Guide %s\",\"url\":\"https://example.com/%s\",\"tags\":[\"%s\"]}";
      assertThat(
              send("POST", "/api/v1/assets", body.formatted(id, id, id, id), marketer).statusCode())
          .isEqualTo(201);
    }
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  private String token(Role role) {
    var id = new UserId("program-" + role.id());
    if (users.find(id).isEmpty()) users.createProgram(new User(id, id.value(), role));
    return ((Issued) tokens.issue(id, role, "test", Optional.empty())).secret();
  }

  private HttpResponse<String> send(
      String method, String path, String body, String token, String... more) {
    var headers = new ArrayList<>(List.of(more));
    headers.addAll(List.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
    return visitor.send(
        method, path, BodyPublishers.ofString(body), headers.toArray(String[]::new));
  }

  private JsonNode get(String path) {
    return JsonMapper.shared().readTree(send("GET", path, "", marketer).body());
  }

  private String tag(String path) {
    return send("GET", path, "", marketer).headers().firstValue("ETag").orElseThrow();
  }

  @Test
  void aMergedCopySaysWhereItsIdLeadsAndIsWhatItWasWhenSeparated() {
    assertThat(get(OLD).has("merged_into")).isFalse();
    var merged = send("PUT", OLD + "/merge", INTO_KEPT, marketer);
    assertThat(merged.statusCode()).as(merged.body()).isEqualTo(200);
    var copy = JsonMapper.shared().readTree(merged.body());
    assertThat(copy.get("merged_into").stringValue()).isEqualTo("guide-2026");
    assertThat(copy.get("state").stringValue()).isEqualTo("archived");
    assertThat(merged.headers().firstValue("ETag")).hasValue(tag(OLD));
    assertThat(get(KEPT).get("tags").toString()).contains("guide-2024");
    assertThat(get("/api/v1/assets").toString()).contains("\"merged_into\":\"guide-2026\"");

    assertThat(send("DELETE", OLD + "/merge", "", marketer).statusCode()).isEqualTo(204);
    assertThat(get(OLD).has("merged_into")).isFalse();
    assertThat(get(OLD).get("state").stringValue()).isEqualTo("published");
    assertThat(get(KEPT).get("tags").toString()).doesNotContain("guide-2024");
    assertThat(send("DELETE", OLD + "/merge", "", marketer).statusCode()).isEqualTo(404);
  }

  @Test
  void theHistorySaysWhoMergedWhatAndWhoEndedIt() {
    send("PUT", OLD + "/merge", INTO_KEPT, marketer);
    send("DELETE", OLD + "/merge", "", marketer);
    send("PUT", OLD + "/merge", INTO_KEPT, marketer);
    var history = get(KEPT + "/merges");
    assertThat(history).isEqualTo(get(OLD + "/merges"));
    assertThat(history).hasSize(2);
    assertThat(history.get(0).get("copy").stringValue()).isEqualTo("guide-2024");
    assertThat(history.get(0).get("merged_by").stringValue()).isEqualTo("program-marketer");
    assertThat(history.get(0).get("labels_taken").toString()).contains("guide-2024");
    assertThat(history.get(0).has("ended_at")).isFalse();
    assertThat(history.get(1).get("ended_by").stringValue()).isEqualTo("program-marketer");
    assertThat(audit.before(Long.MAX_VALUE, 20))
        .anySatisfy(call -> assertThat(call.path()).isEqualTo(OLD + "/merge"));
  }

  @Test
  void sayingItTwiceChangesNothing() {
    send("PUT", OLD + "/merge", INTO_KEPT, marketer);
    var tag = tag(OLD);
    assertThat(send("PUT", OLD + "/merge", INTO_KEPT, marketer).statusCode()).isEqualTo(200);
    assertThat(tag(OLD)).isEqualTo(tag);
    assertThat(get(OLD + "/merges")).hasSize(1);
  }

  @Test
  void whatWasChangedMeanwhileIsNeitherMergedNorSeparated() {
    var read = tag(OLD);
    send("PATCH", OLD, "{\"title\":\"Guide of 2024\"}", marketer);
    var stale = send("PUT", OLD + "/merge", INTO_KEPT, marketer, "If-Match", read);
    assertThat(stale.statusCode()).isEqualTo(412);
    assertThat(get(OLD).has("merged_into")).isFalse();
    var fresh = send("PUT", OLD + "/merge", INTO_KEPT, marketer, "If-Match", tag(OLD));
    assertThat(fresh.statusCode()).isEqualTo(200);
    assertThat(send("DELETE", OLD + "/merge", "", marketer, "If-Match", read).statusCode())
        .isEqualTo(412);
    assertThat(get(OLD).has("merged_into")).isTrue();
  }

  @Test
  void whatMakesNoSenseIsRefusedWithAReason() {
    assertThat(send("PUT", OLD + "/merge", "{}", marketer).statusCode()).isEqualTo(400);
    var nowhere = send("PUT", OLD + "/merge", "{\"into\":\"none\"}", marketer);
    assertThat(nowhere.statusCode()).isEqualTo(400);
    assertThat(nowhere.body()).contains("no asset 'none'");
    assertThat(send("PUT", "/api/v1/assets/none/merge", INTO_KEPT, marketer).statusCode())
        .isEqualTo(404);
    var itself = send("PUT", KEPT + "/merge", INTO_KEPT, marketer);
    assertThat(itself.statusCode()).isEqualTo(409);
    assertThat(itself.body()).contains("into itself");
    assertThat(send("GET", "/api/v1/assets/none/merges", "", marketer).statusCode()).isEqualTo(404);
  }

  @Test
  void theMergeOfADeletedCopyIsStillThereAndCanBeEnded() {
    send("PUT", OLD + "/merge", INTO_KEPT, marketer);
    send("DELETE", OLD, "", marketer);
    assertThat(get(OLD + "/merges")).hasSize(1);
    assertThat(send("DELETE", OLD + "/merge", "", marketer).statusCode()).isEqualTo(204);
  }

  @Test
  void repsReadMergesButMakeNone() {
    var rep = token(Role.REP);
    assertThat(send("PUT", OLD + "/merge", INTO_KEPT, rep).statusCode()).isEqualTo(403);
    assertThat(send("DELETE", OLD + "/merge", "", rep).statusCode()).isEqualTo(403);
    assertThat(send("GET", OLD + "/merges", "", rep).statusCode()).isEqualTo(200);
  }
}
