package dev.tandem.recommendation;

import dev.tandem.deals.StageReading;
import dev.tandem.feedback.AssetEvidence.Tally;
import dev.tandem.library.Asset;
import dev.tandem.recommendation.curation.CurationRule;
import dev.tandem.search.AssetHits;
import dev.tandem.shared.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ordered list that answers a request; it is logged before anyone sees it.
 *
 * @param id names it in later events
 * @param degraded true when a part of the ranking was not available and the order may be poorer
 */
public record Slate(
    String id, String model, boolean degraded, StageReading stage, List<Item> items) {
  public Slate {
    items = List.copyOf(items);
  }

  /**
   * @param position counts from 1
   * @param features what it was ranked by
   * @param alreadySent when this buyer got it before, null otherwise
   * @param curated what marketing decided that moved it here, null where nothing did
   */
  public record Item(
      int position,
      Asset asset,
      double score,
      List<Reason> reasons,
      Evidence evidence,
      List<AssetHits.Passage> pages,
      double selectionProbability,
      Map<String, Double> features,
      @Nullable Instant alreadySent,
      @Nullable Curated curated) {
    public Item {
      reasons = List.copyOf(reasons);
      pages = List.copyOf(pages);
      features = Map.copyOf(features);
    }

    /** Where no rule acted. */
    public Item(
        int position,
        Asset asset,
        double score,
        List<Reason> reasons,
        Evidence evidence,
        List<AssetHits.Passage> pages,
        double selectionProbability,
        Map<String, Double> features,
        @Nullable Instant alreadySent) {
      this(
          position,
          asset,
          score,
          reasons,
          evidence,
          pages,
          selectionProbability,
          features,
          alreadySent,
          null);
    }

    /** Whether it may be offered for sending to a buyer; internal content never is. */
    public boolean sendable() {
      return asset.buyerSafe();
    }
  }

  /**
   * A rule of marketing that moved an item.
   *
   * @param by the marketer's name
   */
  public record Curated(
      long rule, CurationRule.Kind kind, String by, LocalDate until, String reason) {

    /** Such as "Pinned by Ingrid Solberg until 12 Dec 2026: trade fair". */
    public String words() {
      return "%s by %s until %s: %s".formatted(kind.done(), by, DAY.format(until), reason);
    }

    private static final DateTimeFormatter DAY =
        DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  }

  /**
   * Why an item is here, from the features that really decided.
   *
   * @param code stable name for machines, such as {@code stage_fit}
   */
  public record Reason(String code, String text) {}

  /**
   * What happened with an asset so far.
   *
   * @param shown, used times it was seen on a slate, and how many of these led to a use
   * @param opened, sent all openings, and all sendings to buyers
   * @param buyerRead sendings that the buyer looked at for half a minute or longer
   * @param dealsWon, dealsLost, dealsOpen deals whose buyer may have it, by how they stand now
   * @param interval of the use rate, null below {@link Tally#ENOUGH_SHOWN}
   * @param similar how it fared on deals like this one
   */
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
      SimilarUse similar,
      Origin origin) {}

  /**
   * Where a score comes from, in points; a difference of 1 is one that a seller would notice.
   *
   * @param prior what the experts' weights give for labels, words and past use
   * @param learned what was learned on top, below 0 where it speaks against the asset
   * @param learnedShare how much of all that moved the score up or down was learned, in [0, 1]
   */
  public record Origin(double prior, double learned, double learnedShare) {
    public static final Origin UNKNOWN = new Origin(0, 0, 0);

    /** The rest of it. */
    public double priorShare() {
      return 1 - learnedShare;
    }
  }
}
