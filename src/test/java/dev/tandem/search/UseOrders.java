package dev.tandem.search;

import dev.tandem.deals.DealContext;
import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.AssetEvidence;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders by given numbers of openings. */
public final class UseOrders {
  public static UseOrder of(Map<String, Long> opens) {
    return new UseOrder(
        new AssetEvidence() {
          @Override
          public Tally of(AssetId asset) {
            long times = opens.getOrDefault(asset.value(), 0L);
            return new Tally(0, 0, times, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), 0, 0, 0);
          }

          @Override
          public SimilarUse similarUse(AssetId asset, DealContext context) {
            return SimilarUse.NONE;
          }

          @Override
          public SimilarDeals similarDeals(
              AssetId asset, DealContext context, @Nullable UserId except) {
            return SimilarDeals.NONE;
          }

          @Override
          public Map<AssetId, Instant> sentTo(OpportunityId deal) {
            return Map.of();
          }

          @Override
          public Map<AssetId, Instant> sentToAccountOf(OpportunityId deal) {
            return Map.of();
          }
        });
  }

  private UseOrders() {}
}
