package dev.tandem.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.identity.ApiTokens;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks every call of the API's own description with random valid and invalid parameters and bodies,
 * the same at every run.
 */
@TandemTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"tandem.api.limits.requests-per-second=100000", "tandem.api.limits.burst=100000"})
class ApiFuzzTest {
  private static final int REQUESTS_A_CALL = 40;
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  @Autowired private Users users;
  @Autowired private ApiTokens tokens;
  @LocalServerPort private int port;

  @Test
  void noCallEverFailsByAFaultOfTheServer() throws Exception {
    var token = administratorsToken();
    var faults = new ArrayList<String>();
    var statuses = new TreeMap<Integer, Integer>();
    int calls = 0;
    int requests = 0;
    try (var client = HttpClient.newHttpClient()) {
      var docs =
          JsonMapper.shared().readTree(send(client, "GET", "/v3/api-docs", null, token).body());
      var random = new RandomRequests(docs, new Random(20261126));
      for (var path : docs.get("paths").properties())
        for (var method : METHODS) {
          var call = path.getValue().get(method);
          if (call == null) continue;
          calls++;
          for (int i = 0; i < REQUESTS_A_CALL; i++) {
            var address = random.address(path.getKey(), call);
            var body = random.body(call);
            var answer =
                send(client, method.toUpperCase(java.util.Locale.ROOT), address, body, token);
            requests++;
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            fault(answer)
                .ifPresent(
                    fault -> faults.add(method + " " + address + " " + body + "\n  → " + fault));
          }
        }
    }
    System.out.printf("fuzzed %d calls with %d requests: %s%n", calls, requests, statuses);
    assertThat(calls).isGreaterThan(15);
    assertThat(statuses.keySet()).as("some are taken").contains(200);
    assertThat(faults).isEmpty();
  }

  @Test
  void everyCallIsDescribedByASentenceAndEveryJsonBodyByAnExample() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var docs = JsonMapper.shared().readTree(send(client, "GET", "/v3/api-docs", null, "").body());
      var without = new ArrayList<String>();
      for (var path : docs.get("paths").properties())
        for (var method : METHODS) {
          var call = path.getValue().path(method);
          if (call.isMissingNode()) continue;
          if (!call.has("summary")) without.add(method + " " + path.getKey() + ": a summary");
          var json = call.path("requestBody").path("content").path("application/json");
          if (!json.isMissingNode() && !json.has("example"))
            without.add(method + " " + path.getKey() + ": an example");
        }
      assertThat(without).isEmpty();
    }
  }

  private static Optional<String> fault(HttpResponse<String> answer) {
    var body = answer.body();
    // an address with an encoded slash or NUL is refused by the web server itself, in its own words
    if (answer.statusCode() == 400
        && body.endsWith("<h1>HTTP Status 400 – Bad Request</h1></body></html>"))
      return Optional.empty();
    if (answer.statusCode() >= 500) return Optional.of(answer.statusCode() + " " + body);
    for (var trace : List.of("dev.tandem.", "org.springframework", "java.lang", "\tat ", "PSQL"))
      if (answer.statusCode() >= 400 && body.contains(trace))
        return Optional.of("tells of the program: " + body);
    var type = answer.headers().firstValue("Content-Type").orElse("");
    if (answer.statusCode() >= 400 && !type.startsWith("application/problem+json"))
      return Optional.of(answer.statusCode() + " is no problem detail but " + type + ": " + body);
    return Optional.empty();
  }

  private String administratorsToken() {
    users.addSample(
        new User(new UserId("fuzz"), "Fuzz", Role.ADMINISTRATOR), "", "a published password");
    var issue = tokens.issue(new UserId("fuzz"), Role.ADMINISTRATOR, "fuzz", Optional.empty());
    return ((ApiTokens.Issue.Issued) issue).secret();
  }

  private HttpResponse<String> send(
      HttpClient client,
      String method,
      String address,
      RandomRequests.@Nullable Body body,
      String token)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
            .header("Authorization", "Bearer " + token);
    if (body == null) request.method(method, BodyPublishers.noBody());
    else
      request
          .header("Content-Type", body.type())
          .method(method, BodyPublishers.ofString(body.text()));
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
