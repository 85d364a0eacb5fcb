package dev.tandem.benchmark;

import dev.tandem.search.AssetIndex;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.engine.lucene.LuceneIndexes;
import dev.tandem.taxonomy.Audience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The search engine by itself, on passages with vectors: how fast it is filled, how large it
 * becomes, how long it takes to open and to answer, alone and while it takes in more. Usage: {@code
 * ./tandem bench passages [PASSAGES…]}; prints Markdown. {@code
 * JAVA_TOOL_OPTIONS=-Dtandem.bench.folder=DIR} keeps the index of one size, since a million
 * passages take a while to fill.
 */
final class PassageBenchmark {
  private static final int REQUESTS = Integer.getInteger("tandem.bench.requests", 1_000);
  private static final int NEAREST = 200;

  /** A folder where the index of one size stays and is found again, or null. */
  private static final @Nullable String KEPT = System.getProperty("tandem.bench.folder");

  private final SyntheticPassages passages = new SyntheticPassages();

  public static void main(String[] args) throws Exception {
    var sizes =
        args.length == 0
            ? new int[] {1_000, 10_000, 100_000, 1_000_000}
            : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
    for (int size : sizes) new PassageBenchmark().run(size);
  }

  private void run(int size) throws Exception {
    System.out.printf(Locale.ROOT, "%n## %,d passages%n%n", size);
    var folder = KEPT == null ? Files.createTempDirectory("tandem-passages") : Path.of(KEPT);
    int assets = size / SyntheticPassages.PASSAGES;
    try {
      if (KEPT == null || !Files.exists(folder)) fill(folder, size, assets);
      long start = System.nanoTime();
      var index = LuceneIndexes.open(folder);
      try {
        System.out.printf(Locale.ROOT, "- opened in %.2f s%n", seconds(start));
        answers(index, assets);
      } finally {
        LuceneIndexes.close(index);
      }
    } finally {
      if (KEPT == null) delete(folder);
    }
  }

  private void fill(Path folder, int size, int assets) {
    var filled = LuceneIndexes.open(folder);
    long start = System.nanoTime();
    filled.rebuild(passages.entries(0, assets), 1);
    System.out.printf(
        Locale.ROOT,
        "- filled with %,.0f passages a second; %,.1f MB%n",
        size / seconds(start),
        filled.status().bytes() / 1e6);
    LuceneIndexes.close(filled);
  }

  private void answers(AssetIndex index, int assets) throws Exception {
    System.out.println("\n| question | threads | per s | p50 ms | p90 ms | p99 ms | max ms |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
    for (int threads : List.of(1, 2)) {
      measure("words", threads, () -> index.search(words()));
      measure("meaning", threads, () -> index.nearest(meaning(), NEAREST));
      measure("both", threads, () -> both(index, words(), meaning()));
    }
    var buyer = Set.of(Audience.BUYER);
    measure(
        "both, for buyers",
        1,
        () -> both(index, words().withAudiences(buyer), meaning().withAudiences(buyer)));
    var goOn = new AtomicBoolean(true);
    try (var writer = Executors.newSingleThreadExecutor()) {
      var written = writer.submit(() -> write(index, assets, goOn));
      measure("both, while assets come in", 1, () -> both(index, words(), meaning()));
      goOn.set(false);
      System.out.println("\n" + written.get());
    }
  }

  /** Changes assets as fast as they are taken, each made visible before the next. */
  private String write(AssetIndex index, int assets, AtomicBoolean goOn) {
    var visible = new Histogram(3);
    var fresh = new SyntheticPassages();
    long start = System.nanoTime();
    long written = 0;
    for (; goOn.get(); written++) {
      long before = System.nanoTime();
      index.put(fresh.entry((int) (written % assets)));
      index.refresh();
      visible.recordValue((System.nanoTime() - before) / 1000);
    }
    return String.format(
        Locale.ROOT,
        "- meanwhile %,.0f changed assets a second, each found after %.1f ms (p50), %.1f ms (p99)",
        written / seconds(start),
        visible.getValueAtPercentile(50) / 1000.0,
        visible.getValueAtPercentile(99) / 1000.0);
  }

  private synchronized AssetQuery words() {
    return AssetQuery.of(passages.query()).withWindow(0, NEAREST).withoutSnippets();
  }

  private synchronized AssetQuery meaning() {
    return AssetQuery.of("").withMeaning(passages.meaning(passages.number(1_000)));
  }

  private static Object both(AssetIndex index, AssetQuery words, AssetQuery meaning) {
    return List.of(index.nearest(meaning, NEAREST), index.search(words));
  }

  private interface Question {
    Object ask();
  }

  private static void measure(String what, int threads, Question question) throws Exception {
    for (int i = 0; i < REQUESTS / 3; i++) question.ask();
    var total = new Histogram(3);
    long start = System.nanoTime();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var parts = new ArrayList<Future<Histogram>>();
      for (int t = 0; t < threads; t++)
        parts.add(pool.submit(() -> latencies(question, REQUESTS / threads)));
      for (var part : parts) total.add(part.get());
    }
    double perSecond = total.getTotalCount() / seconds(start);
    System.out.println(new Load.Measured(what, threads, perSecond, total).row());
  }

  private static Histogram latencies(Question question, int times) {
    var latencies = new Histogram(3);
    for (int i = 0; i < times; i++) {
      long before = System.nanoTime();
      question.ask();
      latencies.recordValue((System.nanoTime() - before) / 1000);
    }
    return latencies;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static void delete(Path folder) throws java.io.IOException {
    try (var files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
