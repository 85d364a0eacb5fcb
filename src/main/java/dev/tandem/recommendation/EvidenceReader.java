package dev.tandem.recommendation;

import dev.tandem.library.AssetId;
import dev.tandem.recommendation.Slate.Evidence;
import dev.tandem.shared.Proportion;

/** Reads what is shown beside an item: what happened with the asset so far. */
record EvidenceReader(PastUse past) {
  /** Below this an interval would span nearly everything and say nothing. */
  private static final int ENOUGH_SHOWN = 5;

  Evidence of(AssetId asset) {
    var counts = past.overall(asset);
    var shown = counts.shown();
    return new Evidence(
        shown.shown(),
        shown.used(),
        counts.dealsWon(),
        counts.dealsLost(),
        shown.shown() < ENOUGH_SHOWN
            ? null
            : new Proportion(shown.used(), shown.shown()).wilson95());
  }
}
