package dev.tandem.search.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.search.AssetIndex;
import dev.tandem.search.AssetIndex.Entry;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.AssetQuery.Clue;
import dev.tandem.search.SmallLibrary;
import dev.tandem.taxonomy.ContentType;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand assets (or as many as {@code -Dtandem.many.assets} says). Times are of the
 * processor, so that a busy machine does not count; the limits catch what grows with the library.
 */
class ManyAssetsTest {
  private static final int ASSETS = Integer.getInteger("tandem.many.assets", 10_000);
  private static final Random RANDOM = new Random(7);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int WORDS = 20_000;

  @TempDir private static Path folder;
  private static AssetIndex index;

  @BeforeAll
  static void build() {
    index = LuceneIndexes.open(folder);
    long start = System.nanoTime();
    index.rebuild(IntStream.range(0, ASSETS).mapToObj(ManyAssetsTest::entry), 1);
    System.out.printf(
        "%d assets in %.1f s, %.1f MB%n",
        ASSETS, (System.nanoTime() - start) / 1e9, index.status().bytes() / 1e6);
  }

  @AfterAll
  static void close() {
    LuceneIndexes.close(index);
  }

  @Test
  void allAreThere() {
    assertThat(index.status().assets()).isEqualTo(ASSETS);
    assertThat(index.search(AssetQuery.of("")).total()).isEqualTo(ASSETS);
  }

  @Test
  void searchesStayFast() {
    var p95 = percentile("search", n -> AssetQuery.of(words(3)).withFacets());
    assertThat(p95).isLessThan(Duration.ofMillis(100));
  }

  @Test
  void candidatesForADealStayFast() {
    var p95 =
        percentile(
            "candidates",
            n ->
                AssetQuery.of("")
                    .withClues(
                        List.of(
                            new Clue(words(120), 0.5),
                            new Clue(words(2), 2),
                            new Clue(words(1), 2)))
                    .withWindow(0, 200)
                    .withoutSnippets());
    assertThat(p95).isLessThan(Duration.ofMillis(100));
  }

  private static Duration percentile(String name, IntFunction<AssetQuery> query) {
    for (int n = 0; n < 100; n++) index.search(query.apply(n));
    var nanos = new long[200];
    for (int n = 0; n < nanos.length; n++) {
      var asked = query.apply(n);
      long start = THREADS.getCurrentThreadCpuTime();
      index.search(asked);
      nanos[n] = THREADS.getCurrentThreadCpuTime() - start;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%s: median %.1f ms, p95 %.1f ms, p99 %.1f ms of the processor%n",
        name, nanos[100] / 1e6, nanos[190] / 1e6, nanos[198] / 1e6);
    return Duration.ofNanos(nanos[190]);
  }

  private static Entry entry(int number) {
    var id = "asset-" + number;
    var types = ContentType.values();
    return new Entry(
        SmallLibrary.anAsset(id)
            .titled(words(6))
            .described(words(15))
            .ofType(types[number % types.length])
            .build(),
        SmallLibrary.text(id, List.of(words(40), words(40))));
  }

  /** Words with the skew of real language: few are frequent, most are rare. */
  private static String words(int count) {
    var text = new StringBuilder();
    for (int n = 0; n < count; n++)
      text.append(word((int) (WORDS * Math.pow(RANDOM.nextDouble(), 4)))).append(' ');
    return text.toString();
  }

  private static String word(int number) {
    var word = new StringBuilder();
    for (int rest = number + 400; rest > 0; rest /= 20)
      word.append("bdfgklmnprstvzchjwxq".charAt(rest % 20)).append("aeiou".charAt(rest % 5));
    return word.toString();
  }
}
