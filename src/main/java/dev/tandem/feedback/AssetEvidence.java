package dev.tandem.feedback;

import dev.tandem.deals.DealContext;
import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.shared.Interval;
import dev.tandem.shared.Proportion;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened with assets so far, as of the newest event that was acknowledged; retracted events
 * are left out. Held in memory: cheap enough to ask for every candidate of a slate.
 */
public interface AssetEvidence {

  /** From so many seconds on, over all visits to one sending, the buyer has read it. */
  double READING_SECONDS = 30;

  /** What happened with one asset; {@link Tally#NONE} for one that nobody ever saw. */
  Tally of(AssetId asset);

  /** How the asset fared with deals at the same journey stage and in the same industry. */
  SimilarUse similarUse(AssetId asset, DealContext context);

  /**
   * Deals like this one on which the asset was before a rep's eyes, over its newest 2,000
   * occasions.
   *
   * @param except a rep who is not counted among the colleagues, null for nobody
   */
  SimilarDeals similarDeals(AssetId asset, DealContext context, @Nullable UserId except);

  /** What the buyer of a deal was sent, and when last. Sent is a share, not a mere opening. */
  Map<AssetId, Instant> sentTo(OpportunityId deal);

  /** Like {@link #sentTo}, on every deal of the same account. */
  Map<AssetId, Instant> sentToAccountOf(OpportunityId deal);

  /**
   * Counts for one asset, all ≥ 0.
   *
   * @param shown slates on which it was really seen; a use of it from a slate proves that, too
   * @param used how many of these slates led to an opening, download, copied link or share
   * @param opens, downloads, copies, shares all of them, whether they followed a slate or not
   * @param buyerSeconds how long buyers looked at it altogether, in seconds
   * @param sendingsRead sendings that the buyer looked at for {@link #READING_SECONDS} or longer
   * @param dismissals how often, by reason
   * @param dealsWon, dealsLost, dealsOpen deals whose buyer may have it (shared, downloaded or link
   *     copied), by how they stand now
   */
  record Tally(
      long shown,
      long used,
      long opens,
      long downloads,
      long copies,
      long shares,
      long buyerViews,
      double buyerSeconds,
      long sendingsRead,
      long helpful,
      long notHelpful,
      Map<String, Long> dismissals,
      long dealsWon,
      long dealsLost,
      long dealsOpen) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), 0, 0, 0);

    public Tally {
      dismissals = Map.copyOf(dismissals);
    }

    /** From so many views on a rate is told: below, an interval would span nearly everything. */
    public static final int ENOUGH_SHOWN = 5;

    /** Of the {@link #useRate}, 95 %, or null where it was shown too seldom to tell. */
    public @Nullable Interval useRateInterval() {
      return interval(useRate());
    }

    /** The same of uses that were counted otherwise. */
    public static @Nullable Interval interval(Proportion used) {
      return used.trials() < ENOUGH_SHOWN ? null : used.wilson95();
    }

    /** How many of the slates that showed it led to a use. */
    public Proportion useRate() {
      return new Proportion(used, shown);
    }
  }

  /**
   * The same counts over narrowing circles of deals; a circle whose criterion is unknown for the
   * deal at hand is {@link Count#NONE}.
   */
  record SimilarUse(Count all, Count sameStage, Count sameIndustry, Count sameBoth) {
    public static final SimilarUse NONE =
        new SimilarUse(Count.NONE, Count.NONE, Count.NONE, Count.NONE);
  }

  /** Three circles of deals around one; each is empty where its criterion is unknown. */
  record SimilarDeals(Circle sameBoth, Circle sameIndustry, Circle sameStage) {
    public static final SimilarDeals NONE = new SimilarDeals(Circle.NONE, Circle.NONE, Circle.NONE);
  }

  /**
   * @param deals, dealsUsing deals on which it was seen or used, and those of them on which a rep
   *     used it
   * @param people, peopleUsing likewise colleagues, each counted once
   */
  record Circle(long deals, long dealsUsing, long people, long peopleUsing) {
    public static final Circle NONE = new Circle(0, 0, 0, 0);
  }

  /**
   * @param shown, used slates that showed it, and how many of these led to a use
   * @param uses all openings, downloads, copied links and shares, from slates or not
   */
  record Count(long shown, long used, long uses) {
    public static final Count NONE = new Count(0, 0, 0);
  }
}
