package dev.tandem.insight.upkeep;

import dev.tandem.library.Asset;
import java.util.List;

/** An asset that should be looked at, with all reasons, the most pressing first; never empty. */
public record AssetUpkeep(Asset asset, List<ReviewReason> reasons) {
  public AssetUpkeep {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty()) throw new IllegalArgumentException("no reason to look at " + asset.id());
  }

  public ReviewReason.Kind first() {
    return reasons.getFirst().kind();
  }
}
