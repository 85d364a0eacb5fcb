package dev.tandem.recommendation;

import dev.tandem.deals.DealContext;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.search.AssetQuery;
import dev.tandem.taxonomy.Audience;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a seller asks for.
 *
 * @param query the rep's words, may be empty; what is longer than 2,000 characters is cut
 * @param filters of the search view; {@link AssetQuery.Filters#NONE} elsewhere
 * @param audiences what the asker may see; only buyer content for a buyer-facing list
 * @param slots how many items to show, 1 to 100
 * @param typed what the rep typed, where something else is looked for because that finds nothing;
 *     the log keeps it as the query; or null
 * @param found where a search has counted already what there is: nothing else may come; or null
 */
public record RecommendationRequest(
    UserId rep,
    Surface surface,
    DealContext deal,
    String query,
    AssetQuery.Filters filters,
    Set<Audience> audiences,
    int slots,
    @Nullable String typed,
    @Nullable Found found) {
  private static final int LONGEST_QUERY = 2000;

  public RecommendationRequest {
    if (slots < 1 || slots > 100) throw new IllegalArgumentException("1 to 100 slots: " + slots);
    query = readable(query);
    if (typed != null) typed = readable(typed);
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
    this(rep, surface, deal, query, filters, audiences, slots, null, null);
  }

  /** Because nothing is found for what was typed. */
  public RecommendationRequest insteadOf(String words) {
    return new RecommendationRequest(
        rep, surface, deal, query, filters, audiences, slots, words, found);
  }

  /** What stands in the log as the query; empty for none. */
  String logged() {
    return typed == null ? query : typed;
  }

  /** Chooses among these only. */
  public RecommendationRequest among(List<AssetId> assets) {
    return with(new Found(assets, false));
  }

  /** Shows these as they come. */
  public RecommendationRequest inOrder(List<AssetId> assets) {
    return with(new Found(assets, true));
  }

  private RecommendationRequest with(Found those) {
    return new RecommendationRequest(
        rep, surface, deal, query, filters, audiences, slots, typed, those);
  }

  /**
   * What a search has found.
   *
   * @param inOrder whether it is to be shown in this order rather than the best first
   */
  public record Found(List<AssetId> assets, boolean inOrder) {
    public Found {
      assets = List.copyOf(assets);
    }
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
