package dev.tandem.search.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.search.AssetIndex;
import dev.tandem.search.AssetIndex.Entry;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.AssetQuery.Clue;
import dev.tandem.search.SmallLibrary;
import dev.tandem.taxonomy.ContentType;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand assets, or as many as {@code -Dtandem.many.assets} says. */
class ManyAssetsTest {
  private static final int ASSETS = Integer.getInteger("tandem.many.assets", 10_000);
  private static final Random RANDOM = new Random(7);
  private static final int WORDS = 20_000;

  @TempDir private static Path folder;
  private static AssetIndex index;

  @BeforeAll
  static void build() {
    index = LuceneIndexes.open(folder);
    index.rebuild(IntStream.range(0, ASSETS).mapToObj(ManyAssetsTest::entry), 1);
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
  void everySearchAnswersItsWindow() {
    for (int n = 0; n < 20; n++) {
      var hits = index.search(AssetQuery.of(words(3)).withFacets());
      assertThat(hits.hits()).hasSize((int) Math.min(20, hits.total()));
    }
  }

  @Test
  void aDealWithoutWordsStillHasItsCandidates() {
    var hits =
        index.search(
            AssetQuery.of("")
                .withClues(
                    List.of(
                        new Clue(words(120), 0.5), new Clue(words(2), 2), new Clue(words(1), 2)))
                .withWindow(0, 200)
                .withoutSnippets());
    assertThat(hits.hits()).hasSize(200);
  }

  private static Entry entry(int number) {
    var id = "asset-" + number;
    var types = ContentType.values();
    return Entry.of(
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
