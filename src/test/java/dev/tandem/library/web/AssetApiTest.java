package dev.tandem.library.web;

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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TandemTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AssetApiTest {
  private static final String PAGE =
      "<html><head><title>Why ledgers drift</title></head><body><h1>Why ledgers drift</h1><p>Five"
          + " reasons, each with what to do about it, and one that nobody likes to hear of %s.</p>"
          + "<script>alert(1)</script></body></html>";

  @Autowired private Users users;
  @Autowired private ApiTokens tokens;
  @LocalServerPort private int port;

  private String token(Role role) {
    var id = new UserId("program-" + role.id());
    users.createProgram(new User(id, id.value(), role));
    return ((Issued) tokens.issue(id, role, "test", Optional.empty())).secret();
  }

  private HttpResponse<String> send(
      String method, String path, String token, String type, String body)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", type)
              .method(method, BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }
  }

  private HttpResponse<String> upload(String token, String name, String text, String metadata)
      throws IOException, InterruptedException {
    var body =
        "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            + text
            + "\r\n--X\r\nContent-Disposition: form-data; name=\"metadata\"\r\nContent-Type:"
            + " application/json\r\n\r\n"
            + metadata
            + "\r\n--X--\r\n";
    return send("POST", "/api/v1/assets", token, "multipart/form-data; boundary=X", body);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.builder().build().readTree(answer.body());
  }

  @Test
  void anAssetIsUploadedReadCorrectedDownloadedAndDeleted() throws Exception {
    var token = token(Role.MARKETER);
    var created =
        upload(
            token,
            "../ledgers.html",
            PAGE.formatted("A"),
            "{\"id\":\"ledgers\",\"type\":\"blog post\"}");
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    assertThat(json(created).get("title").asString()).isEqualTo("Why ledgers drift");
    assertThat(json(created).get("file_name").asString()).isEqualTo("ledgers.html");
    assertThat(json(created).get("type").asString()).isEqualTo("blog_post");

    var patched =
        send(
            "PATCH",
            "/api/v1/assets/ledgers",
            token,
            "application/json",
            "{\"title\":\"Ledgers\",\"owner\":null,\"personas\":[\"CFO\"],\"confirm\":[\"audience\"]}");
    assertThat(patched.statusCode()).as(patched.body()).isEqualTo(200);
    assertThat(json(patched).get("personas").toString()).isEqualTo("[\"CFO\"]");
    assertThat(json(patched).get("inferred").toString()).doesNotContain("title", "audience");

    var file = send("GET", "/api/v1/assets/ledgers/file", token, "text/plain", "");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(file.headers().firstValue("Content-Type").orElseThrow()).doesNotContain("html");
    assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");

    var again = upload(token, "copy.html", PAGE.formatted("A"), "{}");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(json(again).get("existing").asString()).isEqualTo("ledgers");

    var next = upload(token, "new.html", PAGE.formatted("B"), "{\"id\":\"ledgers\"}");
    assertThat(next.statusCode()).as(next.body()).isEqualTo(200);
    assertThat(json(next).get("version").asInt()).isEqualTo(2);
    assertThat(json(next).get("title").asString()).isEqualTo("Ledgers");

    assertThat(send("DELETE", "/api/v1/assets/ledgers", token, "text/plain", "").statusCode())
        .isEqualTo(204);
    assertThat(send("GET", "/api/v1/assets/ledgers", token, "text/plain", "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatCannotBeTakenIsRefusedWithAReason() throws Exception {
    var token = token(Role.MARKETER);
    var unreadable = upload(token, "a.pdf", "%PDF-1.4 nothing", "{}");
    assertThat(unreadable.statusCode()).isEqualTo(422);
    assertThat(json(unreadable).get("detail").asString()).isNotBlank();
    var misspelt = upload(token, "a.txt", "Words", "{\"colour\":\"red\"}");
    assertThat(misspelt.statusCode()).isEqualTo(400);
    assertThat(json(misspelt).get("detail").asString()).contains("colour");
    var script =
        send(
            "POST",
            "/api/v1/assets",
            token,
            "application/json",
            "{\"url\":\"javascript:alert(1)\"}");
    assertThat(script.statusCode()).isEqualTo(400);
  }

  @Test
  void repsReadButDoNotWrite() throws Exception {
    var marketer = token(Role.MARKETER);
    var rep = token(Role.REP);
    var link = "{\"id\":\"film\",\"url\":\"https://example.org/film\",\"title\":\"The film\"}";
    assertThat(send("POST", "/api/v1/assets", rep, "application/json", link).statusCode())
        .isEqualTo(403);
    assertThat(send("POST", "/api/v1/assets", marketer, "application/json", link).statusCode())
        .isEqualTo(201);
    var list = send("GET", "/api/v1/assets?limit=1000", rep, "text/plain", "");
    assertThat(json(list).get("items").toString()).contains("\"film\"");
    assertThat(send("GET", "/api/v1/assets/film/file", rep, "text/plain", "").statusCode())
        .isEqualTo(404);
    send("DELETE", "/api/v1/assets/film", marketer, "text/plain", "");
  }
}
