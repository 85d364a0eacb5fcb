package dev.tandem.recommendation;

import dev.tandem.deals.DealContext;
import dev.tandem.feedback.AssetEvidence.SimilarDeals;
import dev.tandem.feedback.AssetEvidence.Tally;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.time.Instant;
import java.util.Map;

/** What the feedback log tells of assets, as far as ranking asks for it. */
interface PastUse {

  Counts overall(AssetId asset);

  /** On deals at the same stage, in the same industry where there is enough. */
  Shown similar(AssetId asset, DealContext deal);

  /** Share of impressions that led to a use, over all assets, in (0, 1). */
  double usualRate();

  /** What this buyer got, and when last. */
  Map<AssetId, Instant> received(DealContext deal);

  /** Everything that happened with it; nothing where only ranking asks. */
  default Tally tally(AssetId asset) {
    return Tally.NONE;
  }

  /** Deals like this one, without the rep's own use; nothing where only ranking asks. */
  default SimilarDeals similarDeals(AssetId asset, DealContext deal, UserId rep) {
    return SimilarDeals.NONE;
  }

  /** Times an asset was seen on a slate, and how many of these led to a use. */
  record Shown(long shown, long used) {
    static final Shown NEVER = new Shown(0, 0);
  }

  record Counts(Shown shown, long helpful, long notHelpful, long dealsWon, long dealsLost) {}
}
