package dev.tandem.recommendation.ui;

import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.library.Asset;
import dev.tandem.recommendation.Slate;
import org.jspecify.annotations.Nullable;

/**
 * One item as it stands before a rep: of which slate, for which deal.
 *
 * @param draft the slate for the log, when it is not there yet
 */
record Shown(
    String slate, Slate.Item item, @Nullable OpportunityId deal, @Nullable SlateServed draft) {
  Asset asset() {
    return item.asset();
  }
}
