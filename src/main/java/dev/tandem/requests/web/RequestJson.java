package dev.tandem.requests.web;

import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.UserId;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.requests.ContentRequest;
import dev.tandem.requests.MoneyBehind;
import dev.tandem.requests.RequestStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A request as JSON.
 *
 * @param similar what the library has that may do; only in the answer to asking
 * @param history only in the answer for one request
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record RequestJson(
    long id,
    String state,
    String note,
    @Nullable String kind,
    List<String> products,
    @Nullable String deal,
    String query,
    @Nullable String slate,
    String askedBy,
    Instant askedAt,
    int askers,
    List<String> deals,
    Behind behind,
    @Nullable String owner,
    LocalDate answerBy,
    LocalDate dueOn,
    boolean late,
    @Nullable Instant answeredAt,
    @Nullable String declineReason,
    @Nullable String asset,
    @Nullable Instant deliveredAt,
    @Nullable Instant provenAt,
    @Nullable Long mergedInto,
    @Nullable List<Similar> similar,
    @Nullable List<Step> history) {

  /**
   * @param openDeals how many open deals wait for it
   * @param amounts one a currency, never added up across currencies
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Behind(int openDeals, int withoutAmount, List<Amount> amounts) {
    static Behind of(MoneyBehind money) {
      return new Behind(
          money.openDeals(),
          money.withoutAmount(),
          money.sums().stream()
              .map(sum -> new Amount(sum.amount(), sum.currency().getCurrencyCode()))
              .toList());
    }
  }

  record Amount(BigDecimal amount, String currency) {}

  record Similar(String id, String title, String type, String audience, @Nullable String url) {
    static Similar of(Asset asset) {
      return new Similar(
          asset.id().value(),
          asset.title().value(),
          asset.type().value().id(),
          asset.audience().value().id(),
          asset.url());
    }
  }

  record Step(Instant at, @Nullable String actor, String what, String words) {
    static Step of(RequestStep step) {
      var actor = step.actor();
      return new Step(step.at(), actor == null ? null : actor.value(), step.what(), step.words());
    }
  }

  static RequestJson of(
      ContentRequest request,
      Collection<Opportunity> deals,
      LocalDate today,
      @Nullable List<Similar> similar,
      @Nullable List<Step> history) {
    var wish = request.wish();
    var deal = wish.deal();
    var owner = request.owner();
    var delivery = request.delivery();
    return new RequestJson(
        request.id(),
        request.state().id(),
        wish.need(),
        wish.kind() == null ? null : wish.kind().id(),
        wish.products(),
        deal == null ? null : deal.value(),
        wish.query(),
        wish.slate(),
        request.askedBy().value(),
        request.askedAt(),
        request.askers().size(),
        request.deals().stream().map(OpportunityId::value).sorted().toList(),
        Behind.of(MoneyBehind.of(deals)),
        owner == null ? null : owner.value(),
        request.promise().answerBy(),
        request.promise().dueOn(),
        request.isLate(today),
        request.answeredAt(),
        request.declineReason(),
        request.asset().map(AssetId::value).orElse(null),
        delivery == null ? null : delivery.at(),
        delivery == null ? null : delivery.provenAt(),
        request.mergedInto(),
        similar,
        history);
  }

  static @Nullable UserId user(@Nullable String name) {
    return name == null || name.isBlank() ? null : new UserId(name);
  }
}
