package dev.tandem.insight.upkeep;

import dev.tandem.deals.Opportunity;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An asset that may go, with what would be lost.
 *
 * @param uses ever, as far as the log reaches back
 * @param usesLastYear of these in the last 365 days
 * @param openDeals on which it was used and that are open
 * @param better a near copy that says the same, or null
 */
public record Retirement(
    Asset asset,
    String why,
    long uses,
    long usesLastYear,
    List<Opportunity> openDeals,
    @Nullable AssetId better) {
  public Retirement {
    openDeals = List.copyOf(openDeals);
  }

  Retirement instead(@Nullable AssetId copy) {
    return new Retirement(asset, why, uses, usesLastYear, openDeals, copy);
  }
}
