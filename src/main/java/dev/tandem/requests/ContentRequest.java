package dev.tandem.requests;

import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.ContentType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Content that somebody needs and did not find.
 *
 * @param askers everyone who asked for it, the first one included
 * @param deals for which it was asked, those of merged requests included
 * @param owner who has to answer, or null while no owner is kept for this kind of content
 * @param answeredAt when it was first accepted, declined, begun or delivered, or null
 * @param declineReason only when declined
 */
public record ContentRequest(
    long id,
    UserId askedBy,
    Instant askedAt,
    Wish wish,
    Set<UserId> askers,
    Set<OpportunityId> deals,
    RequestState state,
    @Nullable UserId owner,
    Promise promise,
    @Nullable Instant answeredAt,
    @Nullable String declineReason,
    @Nullable Delivery delivery,
    @Nullable Long mergedInto,
    Instant changedAt) {
  public ContentRequest {
    askers = Set.copyOf(askers);
    deals = Set.copyOf(deals);
  }

  /**
   * @param need in the asker's words, 1 to 2,000 characters
   * @param query what was typed, may be empty
   * @param filters what was chosen beside it, for people, may be empty
   * @param address the parameters of the search page, to look again
   * @param deal for which it is needed
   * @param kind of content, or null when the asker does not mind
   * @param products that it is about, as people write them
   * @param slate that did not hold it, or null
   */
  public record Wish(
      String need,
      String query,
      String filters,
      String address,
      @Nullable OpportunityId deal,
      @Nullable ContentType kind,
      List<String> products,
      @Nullable String slate) {
    public Wish {
      need = need.strip();
      products = List.copyOf(products);
      if (need.isEmpty() || need.length() > 2_000)
        throw new IllegalArgumentException("what is needed has 1 to 2,000 characters");
      if (query.length() > 2_000 || filters.length() > 4_000 || address.length() > 8_000)
        throw new IllegalArgumentException("this search is too long to be passed on");
      if (products.size() > 20 || (slate != null && slate.length() > 200))
        throw new IllegalArgumentException("more than 20 products, or no id of a slate");
      var given = slate == null ? "" : slate;
      for (var text : List.of(need, query, filters, address, given, String.join(" ", products)))
        if (text.indexOf('\0') >= 0)
          throw new IllegalArgumentException("a NUL character cannot be kept");
    }

    public Wish(
        String need, String query, String filters, String address, @Nullable OpportunityId deal) {
      this(need, query, filters, address, deal, null, List.of(), null);
    }
  }

  /**
   * What marketing promised by its service level.
   *
   * @param answerBy the last day for a yes or no
   * @param dueOn the last day for the content
   */
  public record Promise(LocalDate answerBy, LocalDate dueOn) {}

  /**
   * @param asset null only for requests that were done before assets were named
   * @param provenAt the first use in a deal since, or null
   * @param uses in deals since
   */
  public record Delivery(
      @Nullable AssetId asset, Instant at, @Nullable Instant provenAt, long uses, long deals) {}

  public Optional<AssetId> asset() {
    return delivery == null ? Optional.empty() : Optional.ofNullable(delivery.asset());
  }

  public boolean isOpen() {
    return state.isOpen();
  }

  /** Whether a promise is broken on this day: no answer, or nothing delivered, in time. */
  public boolean isLate(LocalDate today) {
    return state == RequestState.ASKED
        ? promise.answerBy().isBefore(today)
        : isOpen() && promise.dueOn().isBefore(today);
  }

  /** The day that counts next. */
  public LocalDate due() {
    return state == RequestState.ASKED ? promise.answerBy() : promise.dueOn();
  }
}
