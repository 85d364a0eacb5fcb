package dev.tandem.recommendation;

import dev.tandem.deals.DealContext;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.search.AssetQuery;
import dev.tandem.taxonomy.Audience;
import java.util.List;
import java.util.Set;

/**
 * What a seller asks for.
 *
 * @param query the rep's words, may be empty; what is longer than 2,000 characters is cut
 * @param filters of the search view; {@link AssetQuery.Filters#NONE} elsewhere
 * @param audiences what the asker may see; only buyer content for a buyer-facing list
 * @param slots how many items to show, 1 to 100
 * @param inOrder where the asker wants another order than the best first: what was found, as it is
 *     to be shown; empty to choose
 */
public record RecommendationRequest(
    UserId rep,
    Surface surface,
    DealContext deal,
    String query,
    AssetQuery.Filters filters,
    Set<Audience> audiences,
    int slots,
    List<AssetId> inOrder) {
  private static final int LONGEST_QUERY = 2000;

  public RecommendationRequest {
    if (slots < 1 || slots > 100) throw new IllegalArgumentException("1 to 100 slots: " + slots);
    query = readable(query);
    inOrder = List.copyOf(inOrder);
    audiences = Set.copyOf(audiences);
    if (audiences.isEmpty()) throw new IllegalArgumentException("no audience to show content for");
  }

  public RecommendationRequest(
      UserId rep,
      Surface surface,
      DealContext deal,
      String query,
      AssetQuery.Filters filters,
      Set<Audience> audiences,
      int slots) {
    this(rep, surface, deal, query, filters, audiences, slots, List.of());
  }

  public RecommendationRequest inOrder(List<AssetId> found) {
    return new RecommendationRequest(rep, surface, deal, query, filters, audiences, slots, found);
  }

  /** Control characters as spaces, halves of characters left out, and cut to its length. */
  private static String readable(String query) {
    var text = new StringBuilder();
    query
        .codePoints()
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .limit(LONGEST_QUERY)
        .forEach(text::appendCodePoint);
    return text.toString().strip();
  }
}
