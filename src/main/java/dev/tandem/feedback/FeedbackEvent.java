package dev.tandem.feedback;

import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a recommendation or an asset. Events are never changed; a mistake is
 * taken back by a later {@link Retraction}.
 */
public sealed interface FeedbackEvent {

  /** Unique for all time, 1 to 200 characters; a repeated key is ignored. */
  String key();

  Instant at();

  /** Where a slate was shown. */
  enum Surface {
    SEARCH,
    DEAL,
    SIDEBAR,
    API;

    /** The name in files and JSON. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * The ordered list that was composed for somebody, written before it is shown.
   *
   * @param model the version of the ranking model that ordered it
   * @param curated which of marketing's rules were due, null for none
   * @param arm of an experiment that the slate belongs to, null for none
   * @param pool what might have been drawn for one place of it, null where nothing was drawn
   */
  record SlateServed(
      String key,
      Instant at,
      String slate,
      Surface surface,
      UserId rep,
      @Nullable OpportunityId deal,
      @Nullable String query,
      String model,
      List<Item> items,
      @Nullable Curated curated,
      @Nullable String arm,
      @Nullable Pool pool)
      implements FeedbackEvent {
    public SlateServed {
      items = List.copyOf(items);
    }

    /** Where nothing was drawn for a place. */
    public SlateServed(
        String key,
        Instant at,
        String slate,
        Surface surface,
        UserId rep,
        @Nullable OpportunityId deal,
        @Nullable String query,
        String model,
        List<Item> items,
        @Nullable Curated curated,
        @Nullable String arm) {
      this(key, at, slate, surface, rep, deal, query, model, items, curated, arm, null);
    }

    /** Without rules, and of no experiment. */
    public SlateServed(
        String key,
        Instant at,
        String slate,
        Surface surface,
        UserId rep,
        @Nullable OpportunityId deal,
        @Nullable String query,
        String model,
        List<Item> items) {
      this(key, at, slate, surface, rep, deal, query, model, items, null, null);
    }

    /** The same with other items. */
    public SlateServed with(List<Item> others) {
      return new SlateServed(
          key, at, slate, surface, rep, deal, query, model, others, curated, arm, pool);
    }

    /**
     * Rules of marketing whose asset could have come onto the slate.
     *
     * @param rules their numbers
     * @param leftOut whether this is one of the slates, drawn at random, on which they did not act,
     *     so that their effect can be measured
     */
    public record Curated(List<Long> rules, boolean leftOut) {
      public Curated {
        rules = List.copyOf(rules);
      }
    }

    /**
     * The assets of which one might be drawn for one place of the slate, with their chances: with
     * it the effect of showing one very asset can be told, since it says what was left out by lot,
     * too. With the rest of the chance the place keeps its usual asset.
     *
     * @param place the place that is drawn for, counted from 1
     * @param members different assets, 1 to {@value #MOST_MEMBERS}; their chances sum to less than
     *     1
     */
    public record Pool(int place, List<Member> members) {
      /** Of the form in which pools are logged; others are kept out when they are read. */
      public static final int VERSION = 1;

      static final int MOST_MEMBERS = 20;

      public Pool {
        members = List.copyOf(members);
        if (place < 1) throw new IllegalArgumentException("places count from 1: " + place);
        if (members.isEmpty() || members.size() > MOST_MEMBERS)
          throw new IllegalArgumentException(
              "1 to " + MOST_MEMBERS + " members, not " + members.size());
        if (members.stream().map(Member::asset).distinct().count() < members.size())
          throw new IllegalArgumentException("an asset is a member twice");
        if (!(members.stream().mapToDouble(Member::selectionProbability).sum() < 1))
          throw new IllegalArgumentException("the chances of the members sum to 1 or more");
      }

      /**
       * @param selectionProbability chance in (0, 1) that it is drawn for the place
       * @param otherwise the place in the whole order at which it stands where nothing is drawn,
       *     counted from 1; beyond the slate's length it is not shown then
       */
      public record Member(AssetId asset, double selectionProbability, int otherwise) {
        public Member {
          if (!(selectionProbability > 0 && selectionProbability < 1))
            throw new IllegalArgumentException(
                "selection probability outside (0, 1): " + selectionProbability);
          if (otherwise < 1)
            throw new IllegalArgumentException("places count from 1: " + otherwise);
        }
      }
    }

    /**
     * @param position counts from 1
     * @param selectionProbability chance in (0, 1] that the logging policy put it here
     * @param features the named feature values it was ranked by, or empty for imported slates
     * @param rules numbers of marketing's rules that acted on it, null for none
     * @param team whose choice it is where several pick in turn: a model's version, or {@code
     *     exploration}; null where it is nobody's in particular
     */
    public record Item(
        AssetId asset,
        int position,
        double score,
        double selectionProbability,
        java.util.Map<String, Double> features,
        @Nullable List<Long> rules,
        @Nullable String team) {
      public Item {
        rules = rules == null ? null : List.copyOf(rules);
        if (position < 1) throw new IllegalArgumentException("positions count from 1: " + position);
        if (!(selectionProbability > 0 && selectionProbability <= 1))
          throw new IllegalArgumentException(
              "selection probability outside (0, 1]: " + selectionProbability);
        features = java.util.Map.copyOf(features);
      }

      /** Where no rule acted, and nobody's choice in particular. */
      public Item(
          AssetId asset,
          int position,
          double score,
          double selectionProbability,
          java.util.Map<String, Double> features) {
        this(asset, position, score, selectionProbability, features, null, null);
      }
    }
  }

  /** An item of a slate was really visible to somebody. */
  record Impression(String key, Instant at, String slate, AssetId asset) implements FeedbackEvent {}

  /** What a rep did with an asset. */
  record AssetUsed(
      String key,
      Instant at,
      Use use,
      UserId rep,
      AssetId asset,
      @Nullable String slate,
      @Nullable OpportunityId deal)
      implements FeedbackEvent {
    /** The ways to use an asset oneself; sending it is a {@link Share}. */
    public enum Use {
      OPEN,
      DOWNLOAD,
      COPY_LINK;

      /** The name in files and JSON. */
      public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
      }
    }
  }

  /** An asset was sent to a buyer. */
  record Share(
      String key,
      Instant at,
      String share,
      UserId rep,
      AssetId asset,
      @Nullable OpportunityId deal,
      @Nullable String slate)
      implements FeedbackEvent {}

  /**
   * A buyer looked at what was sent.
   *
   * @param seconds 0 or more
   */
  record BuyerView(
      String key,
      Instant at,
      String share,
      AssetId asset,
      @Nullable Integer page,
      double seconds,
      String visitor)
      implements FeedbackEvent {}

  /** A rep's verdict on an asset. */
  record Rating(
      String key,
      Instant at,
      UserId rep,
      AssetId asset,
      boolean helpful,
      @Nullable String reason,
      @Nullable String slate,
      @Nullable OpportunityId deal)
      implements FeedbackEvent {}

  /** A rep does not want an item of a slate, and says why. */
  record Dismissal(String key, Instant at, String slate, AssetId asset, UserId rep, String reason)
      implements FeedbackEvent {}

  /** Takes an earlier event back; reports and learning then leave that one out. */
  record Retraction(String key, Instant at, String retracted, UserId rep)
      implements FeedbackEvent {}
}
