package dev.tandem.search.web;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Label;
import dev.tandem.library.PageLink;
import dev.tandem.search.AssetHits;
import dev.tandem.search.AssetHits.FacetCount;
import dev.tandem.search.AssetHits.Hit;
import dev.tandem.search.AssetHits.Passage;
import dev.tandem.search.NothingFound;
import dev.tandem.search.QueryReading;
import dev.tandem.taxonomy.JourneyStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What was found, as JSON.
 *
 * @param degraded the index is being built: more may be found in a while
 * @param nextCursor for the next page of the same search, or null when there is none
 * @param nothing why there is none, when none was found
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record SearchAnswer(
    long total,
    List<Item> items,
    Map<String, List<FacetCount>> facets,
    @Nullable String didYouMean,
    boolean degraded,
    Understood understood,
    @Nullable String nextCursor,
    Understood.@Nullable Nothing nothing) {

  /**
   * @param assets those of the hits that the library still has
   * @param before how many hits come before the first
   * @param nextCursor where to go on, or null at the end
   */
  static SearchAnswer of(
      AssetHits hits,
      Map<AssetId, Asset> assets,
      int before,
      QueryReading reading,
      @Nullable String nextCursor,
      @Nullable NothingFound nothing) {
    var items = new ArrayList<Item>();
    int position = before;
    for (var hit : hits.hits()) {
      position++;
      var asset = assets.get(hit.asset());
      if (asset != null) items.add(Item.of(position, hit, asset));
    }
    var better = hits.didYouMean();
    return new SearchAnswer(
        hits.total(),
        items,
        hits.facets(),
        better == null ? null : reading.spelled(better),
        hits.degraded(),
        Understood.of(reading),
        nextCursor,
        nothing == null ? null : Understood.Nothing.of(nothing));
  }

  /**
   * @param position counts from 1
   */
  record Item(int position, FoundAsset asset, double score, List<Page> pages) {
    static Item of(int position, Hit hit, Asset asset) {
      var pages = hit.passages().stream().map(page -> Page.of(asset, page)).toList();
      return new Item(position, FoundAsset.of(asset), hit.score(), pages);
    }
  }

  /**
   * @param inferred the fields that were inferred and nobody confirmed yet
   */
  record FoundAsset(
      String id,
      String title,
      String description,
      String type,
      List<String> stages,
      @Nullable String url,
      String audience,
      String language,
      List<String> inferred) {
    static FoundAsset of(Asset asset) {
      return new FoundAsset(
          asset.id().value(),
          asset.title().value(),
          asset.description().value(),
          asset.type().value().id(),
          asset.stages().stream().map(Label::value).map(JourneyStage::id).toList(),
          asset.url(),
          asset.audience().value().id(),
          asset.language().value(),
          inferred(asset));
    }

    private static List<String> inferred(Asset asset) {
      var fields = new TreeSet<String>();
      if (asset.title().isInferred()) fields.add("title");
      if (asset.description().isInferred()) fields.add("description");
      if (asset.type().isInferred()) fields.add("type");
      if (asset.stages().stream().anyMatch(Label::isInferred)) fields.add("stages");
      if (asset.language().isInferred()) fields.add("language");
      if (asset.audience().isInferred()) fields.add("audience");
      for (var term : asset.terms())
        if (term.isInferred())
          fields.add(dev.tandem.library.AssetField.of(term.value().dimension()).id());
      return List.copyOf(fields);
    }
  }

  /**
   * @param label how people call the place ("Slide 4"), or null
   * @param link opens the asset there, or null where nothing does; a path is one of this server
   * @param snippet plain text; matches stand between U+E000 and U+E001
   */
  record Page(int page, @Nullable String label, String snippet, @Nullable String link) {
    static Page of(Asset asset, Passage passage) {
      return new Page(
          passage.page(),
          passage.pageLabel(),
          passage.snippet(),
          PageLink.to(asset, passage.page()).orElse(null));
    }
  }
}
