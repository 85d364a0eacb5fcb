package dev.tandem.benchmark;

import dev.tandem.TandemApplication;
import dev.tandem.encoder.SentenceEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * What search by meaning costs: loading the model, its memory, and the time for a query and for
 * passages of the sample company's texts. Usage: {@code ./tandem bench encoder}; prints Markdown.
 */
final class EncoderBenchmark {
  private static final Path TEXTS = Path.of("training-data");
  private static final int LONG = 900, SHORT = 250, PASSAGES = 400;

  public static void main(String[] args) throws Exception {
    var home = Files.createTempDirectory("tandem-encoder");
    System.setProperty("tandem.home", home.toString());
    try (var context =
        new SpringApplicationBuilder(TandemApplication.class)
            .web(WebApplicationType.NONE)
            .profiles("command")
            .logStartupInfo(false)
            .run()) {
      measure(context.getBean(SentenceEncoder.class));
    } finally {
      try (var files = Files.walk(home)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static void measure(SentenceEncoder encoder) throws Exception {
    long before = residentBytes();
    long start = System.nanoTime();
    if (encoder.passage("the first text loads the model").isEmpty())
      throw new IllegalStateException("the model does not run on this machine");
    System.out.printf(
        Locale.ROOT,
        "%n- %s: loaded and first used in %.1f s; %,.0f MB resident more%n",
        encoder.model(),
        seconds(start),
        (residentBytes() - before) / 1e6);
    rate(encoder, "queries of 4 words", cut(25), 1);
    rate(encoder, "short passages, 250 characters", cut(SHORT), 1);
    rate(encoder, "long passages, 900 characters", cut(LONG), 1);
    rate(encoder, "long passages, 900 characters", cut(LONG), 2);
  }

  private static void rate(SentenceEncoder encoder, String what, List<String> texts, int threads)
      throws Exception {
    texts.subList(0, texts.size() / 5).forEach(encoder::passage);
    long start = System.nanoTime();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var parts = new ArrayList<Callable<Boolean>>();
      for (var text : texts) parts.add(() -> encoder.passage(text).isPresent());
      for (var part : pool.invokeAll(parts)) part.get();
    }
    double perSecond = texts.size() / seconds(start);
    System.out.printf(
        Locale.ROOT,
        "- %s, %d thread%s: %.0f a second, %.1f ms each%n",
        what,
        threads,
        threads == 1 ? "" : "s",
        perSecond,
        1000.0 * threads / perSecond);
  }

  private static List<String> cut(int length) throws IOException {
    var all = new StringBuilder();
    try (var files = Files.walk(TEXTS)) {
      for (var file : files.filter(each -> each.toString().endsWith(".md")).sorted().toList())
        all.append(Files.readString(file)).append("\n\n");
    }
    var pieces = new ArrayList<String>();
    for (int at = 0; at + length < all.length() && pieces.size() < PASSAGES; at += length)
      pieces.add(all.substring(at, at + length));
    return pieces;
  }

  private static long residentBytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElse(0);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
