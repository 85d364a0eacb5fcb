package dev.tandem.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recommendations of a running server, at rest and while it trains: {@code ./tandem bench training
 * URL TOKEN [REQUESTS]} with the token of an administrator; the training is a dry run. Prints
 * Markdown.
 */
final class TrainingLoadBenchmark {
  private static final List<String> DEALS =
      List.of(
          "{\"limit\": 5, \"deal\": {\"industry\": \"manufacturing\", \"stage\": \"decision\"}}",
          "{\"limit\": 5, \"deal\": {\"industry\": \"utilities\", \"stage\": \"awareness\"}}",
          "{\"limit\": 5, \"query\": \"security questionnaire\"}",
          "{\"limit\": 5, \"query\": \"pricing\", \"deal\": {\"stage\": \"consideration\"}}");

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final String token;

  private TrainingLoadBenchmark(String base, String token) {
    this.base = base;
    this.token = token;
  }

  public static void main(String[] args) throws Exception {
    if (args.length < 2) {
      System.err.println("Usage: ./tandem bench training URL TOKEN [REQUESTS]");
      System.exit(2);
    }
    int requests = args.length > 2 ? Integer.parseInt(args[2]) : 400;
    new TrainingLoadBenchmark(args[0], args[1]).run(requests);
  }

  private void run(int requests) throws Exception {
    for (int i = 0; i < requests / 4; i++) recommend(i);
    System.out.println("| recommendation | requests | p50 ms | p90 ms | p99 ms | max ms |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    print("at rest", measured(requests, false));
    int begun =
        send("/api/v1/models/train", "{\"dry_run\": true}", 202).path("events_read").intValue();
    print("while it trains", measured(requests, true));
    System.out.printf(
        Locale.ROOT,
        "%nTraining: %s%n",
        training().path("running").booleanValue()
            ? "still running at the end"
            : training().path("last_reason") + " (began at " + begun + " events)");
  }

  /** At most so many; fewer where the training ends before. */
  private Histogram measured(int requests, boolean whileTraining) throws Exception {
    var times = new Histogram(3);
    for (int i = 0; i < requests; i++) {
      if (whileTraining && i % 20 == 0 && !training().path("running").booleanValue()) break;
      long start = System.nanoTime();
      recommend(i);
      times.recordValue((System.nanoTime() - start) / 1_000);
    }
    return times;
  }

  private static void print(String what, Histogram times) {
    var cells = new ArrayList<String>(List.of(what, Long.toString(times.getTotalCount())));
    for (double share : new double[] {50, 90, 99, 100})
      cells.add(String.format(Locale.ROOT, "%.1f", times.getValueAtPercentile(share) / 1_000.0));
    System.out.println("| " + String.join(" | ", cells) + " |");
  }

  private void recommend(int number) throws Exception {
    send("/api/v1/recommendations", DEALS.get(number % DEALS.size()), 200);
  }

  private JsonNode training() throws Exception {
    return answer(to("/api/v1/models").GET().build(), 200).path("training");
  }

  private JsonNode send(String path, String json, int expected) throws Exception {
    return answer(
        to(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build(),
        expected);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode answer(HttpRequest request, int expected)
      throws IOException, InterruptedException {
    var answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != expected)
      throw new IllegalStateException(
          request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
    return JsonMapper.shared().readTree(answer.body());
  }
}
