package dev.tandem.benchmark;

import dev.tandem.encoder.Embedding;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.AssetText;
import dev.tandem.library.AssetText.Page;
import dev.tandem.library.Label;
import dev.tandem.library.store.AssetDraft;
import dev.tandem.search.AssetIndex.Entry;
import dev.tandem.search.TextPassage;
import dev.tandem.taxonomy.Audience;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Assets of ten passages with meanings that lie around a thousand topics, as those of real texts
 * do: directions drawn evenly would be all equally far from each other.
 */
final class SyntheticPassages {
  static final int PASSAGES = 10;
  private static final String MODEL = "synthetic";
  private static final int DIMENSIONS = 384, TOPICS = 1_000, WORDS = 40;
  private static final double SPREAD = 0.7;

  private final SyntheticLibrary words = new SyntheticLibrary();
  private final Random random = new Random(20_261_125);
  private final float[][] topics = new float[TOPICS][];

  SyntheticPassages() {
    for (int i = 0; i < TOPICS; i++) topics[i] = direction();
  }

  Stream<Entry> entries(int from, int to) {
    return Stream.iterate(from, i -> i < to, i -> i + 1).map(this::entry);
  }

  Entry entry(int number) {
    var id = new AssetId("asset-" + number);
    var asset =
        AssetDraft.of(id, Instant.EPOCH)
            .title(Label.given(words.sentence(number, 6)))
            .description(Label.given(words.sentence(number, 15)))
            .language(Label.given("en"))
            .audience(Label.given(number % 10 == 0 ? Audience.INTERNAL : Audience.BUYER))
            .status(AssetStatus.PUBLISHED)
            .build(Instant.EPOCH);
    var pages = new ArrayList<Page>();
    var passages = new ArrayList<TextPassage>();
    for (int page = 1; page <= PASSAGES; page++) {
      var text = words.sentence(number, WORDS);
      pages.add(new Page(page, null, text, null));
      passages.add(new TextPassage(page, null, text, meaning(number)));
    }
    return new Entry(
        asset, new AssetText(id, 1, List.of(), pages), passages, meaning(number), MODEL);
  }

  /** Words and a meaning that somebody could look for. */
  String query() {
    return words.sentence(words.number(TOPICS), 3);
  }

  Embedding meaning(int topic) {
    var center = topics[topic % TOPICS];
    var noise = direction();
    var vector = new float[DIMENSIONS];
    for (int i = 0; i < DIMENSIONS; i++) vector[i] = (float) (center[i] + SPREAD * noise[i]);
    return Embedding.of(vector);
  }

  int number(int bound) {
    return random.nextInt(bound);
  }

  private float[] direction() {
    var vector = new float[DIMENSIONS];
    double squares = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      vector[i] = (float) random.nextGaussian();
      squares += vector[i] * vector[i];
    }
    for (int i = 0; i < DIMENSIONS; i++) vector[i] /= (float) Math.sqrt(squares);
    return vector;
  }
}
