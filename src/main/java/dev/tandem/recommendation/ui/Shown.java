package dev.tandem.recommendation.ui;

import dev.tandem.deals.OpportunityId;
import dev.tandem.library.Asset;
import dev.tandem.recommendation.Slate;
import org.jspecify.annotations.Nullable;

/** One item as it stands before a rep: of which slate, for which deal. */
record Shown(String slate, Slate.Item item, @Nullable OpportunityId deal) {
  Asset asset() {
    return item.asset();
  }
}
