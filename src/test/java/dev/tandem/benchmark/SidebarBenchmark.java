package dev.tandem.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the sidebar asks of a running server until its first content is there, one deal after
 * another: {@code ./tandem bench sidebar URL TOKEN [OPENINGS]} with a token of scopes read and
 * sidebar. An opening is the exchange for a sidebar token, the page, and the slate, in this order,
 * each whole; scripts and style come from the browser's cache and are not counted. Times as the
 * caller sees them, over loopback. Prints Markdown.
 */
final class SidebarBenchmark {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final String token;
  private final Histogram exchange = new Histogram(3);
  private final Histogram page = new Histogram(3);
  private final Histogram slate = new Histogram(3);
  private final Histogram whole = new Histogram(3);

  private SidebarBenchmark(String base, String token) {
    this.base = base;
    this.token = token;
  }

  public static void main(String[] args) throws Exception {
    if (args.length < 2) {
      System.err.println("Usage: ./tandem bench sidebar URL TOKEN [OPENINGS]");
      System.exit(2);
    }
    int openings = args.length > 2 ? Integer.parseInt(args[2]) : 200;
    new SidebarBenchmark(args[0], args[1]).run(openings);
  }

  private void run(int openings) throws Exception {
    var deals = deals();
    open(deals.getFirst());
    System.out.printf(
        Locale.ROOT, "The very first opening: %.0f ms%n%n", whole.getMaxValue() / 1_000.0);
    for (int i = 0; i < openings / 4; i++) open(deals.get(i % deals.size()));
    for (var times : List.of(exchange, page, slate, whole)) times.reset();
    for (int i = 0; i < openings; i++) open(deals.get(i % deals.size()));
    System.out.println("| sidebar | openings | p50 ms | p90 ms | p99 ms | max ms |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    print("token", exchange);
    print("page", page);
    print("slate", slate);
    print("first content", whole);
    System.out.printf(
        Locale.ROOT,
        "%n%d deals; load average %.1f on %d cores%n",
        deals.size(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().availableProcessors());
  }

  private void open(String deal) throws Exception {
    long start = System.nanoTime();
    var issued =
        send(
            to("/api/v1/embed/tokens", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"deal_id\": \"" + deal + "\"}")));
    var key = JsonMapper.shared().readTree(issued).path("token").asString();
    long exchanged = System.nanoTime();
    send(to("/embed/deal", key));
    long loaded = System.nanoTime();
    send(to("/embed/api/slate", key));
    long shown = System.nanoTime();
    exchange.recordValue((exchanged - start) / 1_000);
    page.recordValue((loaded - exchanged) / 1_000);
    slate.recordValue((shown - loaded) / 1_000);
    whole.recordValue((shown - start) / 1_000);
  }

  private List<String> deals() throws Exception {
    var answer = JsonMapper.shared().readTree(send(to("/api/v1/opportunities?limit=50", token)));
    var ids = new ArrayList<String>();
    answer.path("items").forEach(deal -> ids.add(deal.path("id").asString()));
    if (ids.isEmpty()) throw new IllegalStateException("the server knows no deals");
    return ids;
  }

  private static void print(String what, Histogram times) {
    var cells = new ArrayList<String>(List.of(what, Long.toString(times.getTotalCount())));
    for (double share : new double[] {50, 90, 99, 100})
      cells.add(String.format(Locale.ROOT, "%.1f", times.getValueAtPercentile(share) / 1_000.0));
    System.out.println("| " + String.join(" | ", cells) + " |");
  }

  private HttpRequest.Builder to(String path, String key) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + key);
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200)
      throw new IllegalStateException(
          answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
    return answer.body();
  }
}
