package dev.tandem.recommendation;

import dev.tandem.deals.DealContext;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.search.AssetQuery;
import dev.tandem.taxonomy.Audience;
import java.util.Set;

/**
 * What a seller asks for.
 *
 * @param query the rep's words, may be empty
 * @param filters of the search view; {@link AssetQuery.Filters#NONE} elsewhere
 * @param audiences what the asker may see; only buyer content for a buyer-facing list
 * @param slots how many items to show, 1 to 100
 */
public record RecommendationRequest(
    UserId rep,
    Surface surface,
    DealContext deal,
    String query,
    AssetQuery.Filters filters,
    Set<Audience> audiences,
    int slots) {
  public RecommendationRequest {
    if (slots < 1 || slots > 100) throw new IllegalArgumentException("1 to 100 slots: " + slots);
    query = query.strip();
    if (query.length() > 2000) query = query.substring(0, 2000);
    audiences = Set.copyOf(audiences);
  }
}
