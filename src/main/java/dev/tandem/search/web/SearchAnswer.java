package dev.tandem.search.web;

import dev.tandem.feedback.AssetEvidence;
import dev.tandem.feedback.AssetEvidence.Tally;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Label;
import dev.tandem.library.PageLink;
import dev.tandem.search.AssetHits;
import dev.tandem.search.AssetHits.FacetCount;
import dev.tandem.search.AssetHits.Hit;
import dev.tandem.search.AssetHits.Passage;
import dev.tandem.search.MatchWords;
import dev.tandem.search.NothingFound;
import dev.tandem.search.QueryReading;
import dev.tandem.shared.Interval;
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
   * @param past what happened with them
   * @param nextCursor where to go on, or null at the end
   */
  static SearchAnswer of(
      AssetHits hits,
      Map<AssetId, Asset> assets,
      AssetEvidence past,
      int before,
      QueryReading reading,
      @Nullable String nextCursor,
      @Nullable NothingFound nothing) {
    var items = new ArrayList<Item>();
    boolean words = !reading.text().isBlank();
    int position = before;
    for (var hit : hits.hits()) {
      position++;
      var asset = assets.get(hit.asset());
      if (asset != null) items.add(Item.of(position, hit, asset, words, past.of(asset.id())));
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
   * Like an item of a recommendation, as far as a search knows it.
   *
   * @param position counts from 1
   * @param reasons empty where nothing but conditions was asked for
   * @param selectionProbability 1: a search tries nothing out
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Item(
      int position,
      FoundAsset asset,
      double score,
      List<Reason> reasons,
      Evidence evidence,
      List<Page> pages,
      double selectionProbability) {
    static Item of(int position, Hit hit, Asset asset, boolean words, Tally past) {
      return new Item(
          position,
          FoundAsset.of(asset),
          hit.score(),
          words ? List.of(Reason.of(hit, asset)) : List.of(),
          Evidence.of(past),
          hit.passages().stream().map(page -> Page.of(asset, page)).toList(),
          1);
    }
  }

  /**
   * @param code text_match or meaning_match, as in recommendations
   */
  record Reason(String code, String text) {
    static Reason of(Hit hit, Asset asset) {
      var found = new MatchWords(hit.passages(), asset.title().value());
      return found
          .mentions()
          .map(said -> new Reason("text_match", said))
          .orElseGet(() -> new Reason("meaning_match", found.nearInMeaning()));
    }
  }

  /**
   * What happened with the asset so far.
   *
   * @param shown, used slates on which it was seen, and how many of these led to a use
   * @param interval of the use rate, or null below {@link Tally#ENOUGH_SHOWN}
   * @param enough whether there is one
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Evidence(
      long shown,
      long used,
      long opened,
      long sent,
      long buyerRead,
      long dealsWon,
      long dealsLost,
      long dealsOpen,
      @Nullable Interval interval,
      boolean enough) {
    static Evidence of(Tally past) {
      var interval = past.useRateInterval();
      return new Evidence(
          past.shown(),
          past.used(),
          past.opens(),
          past.shares(),
          past.sendingsRead(),
          past.dealsWon(),
          past.dealsLost(),
          past.dealsOpen(),
          interval,
          interval != null);
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
