package dev.tandem.benchmark;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/** Sends requests over HTTP one after another on each of a few threads, and measures each. */
final class Load {

  /**
   * @param perSecond answers a second over all threads
   * @param histogram latencies in microseconds
   */
  record Measured(String what, int threads, double perSecond, Histogram histogram) {
    String row() {
      return String.format(
          Locale.ROOT,
          "| %s | %d | %.0f | %.1f | %.1f | %.1f | %.1f |",
          what,
          threads,
          perSecond,
          millis(50),
          millis(90),
          millis(99),
          histogram.getMaxValue() / 1000.0);
    }

    double millis(double percentile) {
      return histogram.getValueAtPercentile(percentile) / 1000.0;
    }
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final String token;

  Load(String base, String token) {
    this.base = base;
    this.token = token;
  }

  HttpRequest get(String path) {
    return to(path).GET().build();
  }

  HttpRequest post(String path, String json) {
    return to(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json))
        .build();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + token);
  }

  /** Runs through all requests once, unmeasured first with {@code warmUp} of them. */
  Measured run(String what, List<HttpRequest> requests, int warmUp, int threads) throws Exception {
    for (int i = 0; i < warmUp; i++) send(requests.get(i % requests.size()));
    var next = new AtomicInteger();
    var total = new Histogram(3);
    long start = System.nanoTime();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var parts = new java.util.ArrayList<Future<Histogram>>();
      for (int t = 0; t < threads; t++)
        parts.add(
            pool.submit(
                () -> {
                  var mine = new Histogram(3);
                  for (int i = next.getAndIncrement();
                      i < requests.size();
                      i = next.getAndIncrement()) {
                    long before = System.nanoTime();
                    send(requests.get(i));
                    mine.recordValue((System.nanoTime() - before) / 1000);
                  }
                  return mine;
                }));
      for (var part : parts) total.add(part.get());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Measured(what, threads, requests.size() / seconds, total);
  }

  private void send(HttpRequest request) throws Exception {
    var answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200)
      throw new IllegalStateException(
          request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
  }
}
