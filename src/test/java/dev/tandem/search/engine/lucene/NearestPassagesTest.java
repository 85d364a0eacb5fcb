package dev.tandem.search.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.encoder.Embedding;
import dev.tandem.library.AssetId;
import dev.tandem.search.AssetIndex;
import dev.tandem.search.AssetIndex.Entry;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.Neighbour;
import dev.tandem.search.SmallLibrary;
import dev.tandem.taxonomy.Audience;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** So many assets that not each is looked at; every tenth is for colleagues only. */
class NearestPassagesTest {
  private static final int ASSETS = 3_000;
  private static final int DIMENSIONS = 96;
  private static final int LIMIT = 100;

  /** Of the nearest, those that must not be missed. */
  private static final int NEAREST = 10;

  private static final Random RANDOM = new Random(11);

  /** What is indexed, to be compared one by one. */
  private static final Map<AssetId, Embedding> BUYER = new HashMap<>();

  private static final Map<AssetId, Embedding> INTERNAL = new HashMap<>();

  @TempDir private static Path folder;
  private static AssetIndex index;

  @BeforeAll
  static void build() {
    for (int number = 0; number < ASSETS; number++)
      (number % 10 == 0 ? INTERNAL : BUYER).put(new AssetId("asset-" + number), anywhere());
    index = LuceneIndexes.open(folder);
    for (var audience : Audience.values())
      of(audience).forEach((id, meaning) -> index.put(entry(id, audience, meaning)));
    index.refresh();
  }

  @AfterAll
  static void close() {
    LuceneIndexes.close(index);
  }

  @Test
  void nearlyAllOfTheNearestAreFound() {
    assertThat(found(Set.of(Audience.BUYER, Audience.INTERNAL))).isGreaterThan(0.9);
  }

  @Test
  void whatTheAskerMayNotSeeTakesNoPlace() {
    assertThat(found(Set.of(Audience.BUYER))).isGreaterThan(0.9);
  }

  @Test
  void ofFewEachIsLookedAt() {
    assertThat(found(Set.of(Audience.INTERNAL))).isEqualTo(1);
  }

  @Test
  void whatIsGoneTakesNoPlace() {
    var everybody = Set.of(Audience.BUYER, Audience.INTERNAL);
    var asked = anywhere();
    for (var gone : nearest(asked, everybody)) {
      index.remove(gone);
      BUYER.remove(gone);
      INTERNAL.remove(gone);
    }
    index.refresh();
    assertThat(nearest(asked, everybody)).hasSize(LIMIT);
    assertThat(found(everybody)).isGreaterThan(0.9);
  }

  /** Which share of the very nearest is found, over some questions. */
  private static double found(Set<Audience> audiences) {
    int questions = 20;
    int found = 0;
    for (int question = 0; question < questions; question++) {
      var asked = anywhere();
      var nearest = Set.copyOf(nearest(asked, audiences));
      for (var id : trulyNearest(asked, audiences)) if (nearest.contains(id)) found++;
    }
    return found / (double) (questions * NEAREST);
  }

  private static List<AssetId> nearest(Embedding asked, Set<Audience> audiences) {
    var query = AssetQuery.of("").withAudiences(audiences).withMeaning(asked);
    return index.nearest(query, LIMIT).stream().map(Neighbour::asset).toList();
  }

  private static List<AssetId> trulyNearest(Embedding asked, Set<Audience> audiences) {
    var all = new HashMap<AssetId, Double>();
    for (var audience : audiences)
      of(audience).forEach((id, meaning) -> all.put(id, meaning.cosine(asked)));
    return all.keySet().stream()
        .sorted(Comparator.comparingDouble((AssetId id) -> all.get(id)).reversed())
        .limit(NEAREST)
        .toList();
  }

  private static Map<AssetId, Embedding> of(Audience audience) {
    return audience == Audience.BUYER ? BUYER : INTERNAL;
  }

  private static Entry entry(AssetId id, Audience audience, Embedding meaning) {
    var asset = SmallLibrary.anAsset(id.value()).seenBy(audience).build();
    return new Entry(asset, null, List.of(), meaning, "a model");
  }

  private static Embedding anywhere() {
    var vector = new float[DIMENSIONS];
    for (int i = 0; i < vector.length; i++) vector[i] = (float) RANDOM.nextGaussian();
    return Embedding.of(vector);
  }
}
