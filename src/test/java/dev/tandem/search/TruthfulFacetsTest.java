package dev.tandem.search;

import static dev.tandem.search.SmallLibrary.anAsset;
import static dev.tandem.search.SmallLibrary.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.encoder.TopicEncoder;
import dev.tandem.library.AssetId;
import dev.tandem.search.AssetHits.FacetCount;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.engine.lucene.LuceneIndexes;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A count beside a facet is what a click on it finds, by words and by meaning. */
class TruthfulFacetsTest {
  private static final TopicEncoder ENCODER = new TopicEncoder();

  @TempDir private Path folder;
  private AssetIndex index;
  private HybridSearch search;

  @BeforeEach
  void fill() {
    index = LuceneIndexes.open(folder);
    search = AssetIndexers.hybrid(index, ENCODER);
    put("case", ContentType.CASE_STUDY, JourneyStage.DECISION, "What a seat costs.");
    put("webinar", ContentType.WEBINAR, JourneyStage.DECISION, "The fee, explained.");
    put("early", ContentType.WEBINAR, JourneyStage.AWARENESS, "Each price has a reason.");
    put("safe", ContentType.WEBINAR, JourneyStage.DECISION, "How records are protected.");
    put("both", ContentType.DEMO, JourneyStage.DECISION, "A price for being protected.");
    put("word", ContentType.PRICING, JourneyStage.DECISION, "Neither too dear nor expensive.");
    index.refresh();
  }

  @AfterEach
  void close() {
    LuceneIndexes.close(index);
  }

  @Test
  void everyTypeCountsWhatAClickFinds() {
    for (var chosen : List.of(ContentType.CASE_STUDY, ContentType.WEBINAR, ContentType.DEMO)) {
      var hits = search.search(expensive(of(Set.of(chosen), Set.of())));
      for (var type : ContentType.values()) {
        var clicked = search.search(expensive(of(Set.of(type), Set.of())));
        assertThat(clicked.total()).isEqualTo(count(hits, "type", type.id()));
        assertThat((long) clicked.hits().size()).isEqualTo(clicked.total());
      }
    }
  }

  @Test
  void theOtherDimensionsKeepToTheFilter() {
    var hits = search.search(expensive(of(Set.of(ContentType.WEBINAR), Set.of())));
    for (var stage : JourneyStage.values()) {
      var clicked = search.search(expensive(of(Set.of(ContentType.WEBINAR), Set.of(stage))));
      assertThat(clicked.total()).isEqualTo(count(hits, "stage", stage.id()));
    }
    assertThat(count(hits, "stage", "awareness")).isEqualTo(1);
  }

  @Test
  void whatMeansTheSameCountsThoughAnotherTypeIsChosen() {
    var hits = search.search(expensive(of(Set.of(ContentType.CASE_STUDY), Set.of())));
    assertThat(hits.ids()).containsExactly(new AssetId("case"));
    assertThat(count(hits, "type", "webinar")).isEqualTo(2);
  }

  @Test
  void internalContentCountsForNobodyOutside() {
    var inside = anAsset("inside").ofType(ContentType.BATTLECARD).seenBy(Audience.INTERNAL).build();
    index.put(entry(inside, "How to win on price."));
    index.refresh();
    var query = expensive(Filters.NONE);
    assertThat(count(search.search(query), "type", "battlecard")).isEqualTo(1);
    var forBuyers = search.search(query.withAudiences(Set.of(Audience.BUYER)));
    assertThat(count(forBuyers, "type", "battlecard")).isZero();
    assertThat(forBuyers.ids()).doesNotContain(new AssetId("inside"));
  }

  private static AssetQuery expensive(Filters filters) {
    return AssetQuery.of("expensive ").withFilters(filters).withFacets();
  }

  private static Filters of(Set<ContentType> types, Set<JourneyStage> stages) {
    return new Filters(stages, types, Set.of(), Set.of(), null);
  }

  private static long count(AssetHits hits, String facet, String value) {
    var counts =
        hits.facets().getOrDefault(facet, List.of()).stream()
            .collect(Collectors.toMap(FacetCount::value, FacetCount::count));
    return counts.getOrDefault(value, 0L);
  }

  private void put(String id, ContentType type, JourneyStage stage, String words) {
    index.put(entry(anAsset(id).ofType(type).forStages(List.of(stage)).build(), words));
  }

  private static AssetIndex.Entry entry(dev.tandem.library.Asset asset, String words) {
    var page = text(asset.id().value(), List.of(words));
    var passage = new TextPassage(1, null, words, ENCODER.passage(words).orElseThrow());
    return new AssetIndex.Entry(asset, page, List.of(passage), null, ENCODER.model());
  }
}
