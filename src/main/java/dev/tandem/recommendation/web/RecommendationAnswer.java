package dev.tandem.recommendation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.deals.StageReading;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetField;
import dev.tandem.library.Label;
import dev.tandem.library.PageLink;
import dev.tandem.recommendation.SimilarUse;
import dev.tandem.recommendation.Slate;
import dev.tandem.search.AssetHits.Passage;
import dev.tandem.shared.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A slate in JSON.
 *
 * @param stage the buyer's stage it was chosen for, or null when nothing tells
 * @param stageBasis stated, mapped, guessed or unknown
 * @param notice what the caller should know about the answer, or null
 * @param warnings what of the question was not understood and left out
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RecommendationAnswer(
    String slate,
    String model,
    boolean degraded,
    @Nullable String stage,
    String stageBasis,
    @Nullable String notice,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings,
    List<Item> items) {

  public static RecommendationAnswer of(
      Slate slate, @Nullable String notice, List<String> warnings) {
    return new RecommendationAnswer(
        slate.id(),
        slate.model(),
        slate.degraded(),
        slate.stage().stage() == null ? null : slate.stage().stage().id(),
        basis(slate.stage()),
        notice,
        warnings,
        slate.items().stream().map(Item::of).toList());
  }

  private static String basis(StageReading stage) {
    return stage.basis().name().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * @param sendable false for internal content, which is never offered for sending
   * @param alreadySent when this buyer got it before, or null
   * @param curated what marketing decided about it, where that moved it, or null
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Item(
      int position,
      RecommendedAsset asset,
      double score,
      List<Slate.Reason> reasons,
      Evidence evidence,
      List<Page> pages,
      double selectionProbability,
      boolean sendable,
      @Nullable Instant alreadySent,
      @Nullable Curated curated) {
    static Item of(Slate.Item item) {
      return new Item(
          item.position(),
          RecommendedAsset.of(item.asset()),
          item.score(),
          item.reasons(),
          Evidence.of(item.evidence()),
          item.pages().stream().map(page -> Page.of(item.asset(), page)).toList(),
          item.selectionProbability(),
          item.sendable(),
          item.alreadySent(),
          item.curated() == null ? null : Curated.of(item.curated()));
    }
  }

  /**
   * A rule of marketing that moved the item.
   *
   * @param kind pinned, boosted or buried
   */
  public record Curated(long rule, String kind, String by, LocalDate until, String reason) {
    static Curated of(Slate.Curated curated) {
      return new Curated(
          curated.rule(), curated.kind().code(), curated.by(), curated.until(), curated.reason());
    }
  }

  /**
   * @param inferred the fields that were inferred and nobody confirmed yet
   */
  public record RecommendedAsset(
      String id,
      String title,
      String type,
      List<String> stages,
      @Nullable String url,
      String audience,
      String language,
      List<String> inferred) {
    static RecommendedAsset of(Asset asset) {
      return new RecommendedAsset(
          asset.id().value(),
          asset.title().value(),
          asset.type().value().id(),
          asset.stages().stream().map(stage -> stage.value().id()).toList(),
          asset.url(),
          asset.audience().value().id(),
          asset.language().value(),
          inferred(asset));
    }

    private static List<String> inferred(Asset asset) {
      var fields = new ArrayList<String>();
      if (asset.title().isInferred()) fields.add(AssetField.TITLE.id());
      if (asset.type().isInferred()) fields.add(AssetField.TYPE.id());
      if (asset.stages().stream().anyMatch(Label::isInferred)) fields.add(AssetField.STAGES.id());
      asset.terms().stream()
          .filter(Label::isInferred)
          .map(term -> AssetField.of(term.value().dimension()).id())
          .distinct()
          .forEach(fields::add);
      if (asset.language().isInferred()) fields.add(AssetField.LANGUAGE.id());
      if (asset.audience().isInferred()) fields.add(AssetField.AUDIENCE.id());
      return fields;
    }
  }

  /**
   * @param enough whether it was shown often enough for a rate; below that, interval is null
   * @param priorShare, learnedShare parts of what moved the score, together 1
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Evidence(
      long shown,
      long used,
      long opened,
      long sent,
      long buyerRead,
      long dealsWon,
      long dealsLost,
      long dealsOpen,
      @Nullable Interval interval,
      boolean enough,
      SimilarDeals similarDeals,
      double priorPoints,
      double learnedPoints,
      double priorShare,
      double learnedShare) {
    static Evidence of(Slate.Evidence evidence) {
      var origin = evidence.origin();
      return new Evidence(
          evidence.shown(),
          evidence.used(),
          evidence.opened(),
          evidence.sent(),
          evidence.buyerRead(),
          evidence.dealsWon(),
          evidence.dealsLost(),
          evidence.dealsOpen(),
          evidence.interval(),
          evidence.interval() != null,
          SimilarDeals.of(evidence.similar()),
          origin.prior(),
          origin.learned(),
          origin.priorShare(),
          origin.learnedShare());
    }
  }

  /**
   * @param basis stage_and_industry, industry, stage or none
   * @param definition the same in words
   * @param counted, used deals on which it was seen or used, and how many of these used it
   * @param interval of their share, null below five deals
   * @param colleagues, colleaguesUsed null below five people
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record SimilarDeals(
      String basis,
      String definition,
      long counted,
      long used,
      @Nullable Interval interval,
      @Nullable Long colleagues,
      @Nullable Long colleaguesUsed) {
    static SimilarDeals of(SimilarUse similar) {
      var people = similar.colleagues();
      return new SimilarDeals(
          similar.basis().id(),
          similar.definition(),
          similar.deals().trials(),
          similar.deals().successes(),
          similar.interval(),
          people == null ? null : people.trials(),
          people == null ? null : people.successes());
    }
  }

  /**
   * @param label how people call the place ("Slide 4"), or null
   * @param link opens the asset there, or null where nothing does; a path is one of this server
   * @param snippet plain text; matches stand between U+E000 and U+E001
   */
  public record Page(int page, @Nullable String label, String snippet, @Nullable String link) {
    static Page of(Asset asset, Passage passage) {
      return new Page(
          passage.page(),
          passage.pageLabel(),
          passage.snippet(),
          PageLink.to(asset, passage.page()).orElse(null));
    }
  }
}
