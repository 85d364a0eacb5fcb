package dev.tandem.embed;

import dev.tandem.deals.DealContext;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.StageReading;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.feedback.Sendings;
import dev.tandem.feedback.Shares;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.recommendation.RecommendationRequest;
import dev.tandem.recommendation.Recommender;
import dev.tandem.recommendation.web.RecommendationAnswer;
import dev.tandem.search.AssetQuery;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.JourneyStage;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What the sidebar shows. */
@RestController
@RequestMapping("/embed/api")
class SidebarController {
  private static final int SLOTS = 5;

  /**
   * @param known false when Tandem has no such deal; the page then offers search
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Deal(
      @Nullable String id,
      boolean known,
      @Nullable String name,
      @Nullable String account,
      @Nullable String salesStage) {}

  /**
   * @param times how often it was sent
   * @param at when last
   * @param views visits by the buyer
   */
  record Sent(String title, int times, String at, long views) {}

  record Answer(Deal deal, RecommendationAnswer slate, List<Sent> sent) {}

  record Renewed(String token) {}

  private final EmbedTokens tokens;
  private final Opportunities opportunities;
  private final Recommender recommender;
  private final Shares shares;
  private final Assets assets;

  SidebarController(
      EmbedTokens tokens,
      Opportunities opportunities,
      Recommender recommender,
      Shares shares,
      Assets assets) {
    this.tokens = tokens;
    this.opportunities = opportunities;
    this.recommender = recommender;
    this.shares = shares;
    this.assets = assets;
  }

  @PostMapping("/token")
  Renewed renew(@AuthenticationPrincipal EmbedContext context) {
    return tokens
        .renew(context)
        .map(Renewed::new)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.UNAUTHORIZED, "The sitting has ended; reload the page."));
  }

  /**
   * @param q the rep's words, may be empty
   * @param stage a journey stage that the rep chose instead of the deal's own, or null
   */
  @GetMapping("/slate")
  Answer slate(
      @AuthenticationPrincipal EmbedContext context,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String stage) {
    var deal = context.deal() == null ? null : opportunities.find(context.deal()).orElse(null);
    var known = deal == null ? DealContext.EMPTY : opportunities.contextOf(deal.id());
    var slate =
        recommender.recommend(
            new RecommendationRequest(
                context.rep(),
                Surface.SIDEBAR,
                withStage(known, stage),
                q,
                AssetQuery.Filters.NONE,
                Set.of(Audience.values()),
                SLOTS));
    return new Answer(deal(context, deal), RecommendationAnswer.of(slate, null), sent(deal));
  }

  private static DealContext withStage(DealContext deal, @Nullable String stage) {
    if (stage == null || stage.isBlank()) return deal;
    var chosen =
        JourneyStage.parse(stage)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.BAD_REQUEST,
                        "stage must be awareness, consideration, decision or post_sale"));
    return new DealContext(
        deal.deal(),
        new StageReading(chosen, StageReading.Basis.STATED),
        deal.industry(),
        deal.companySize(),
        deal.region(),
        deal.personas(),
        deal.competitors(),
        deal.products(),
        deal.notes());
  }

  private static Deal deal(EmbedContext context, @Nullable Opportunity deal) {
    if (deal == null)
      return new Deal(
          context.deal() == null ? null : context.deal().value(), false, null, null, null);
    return new Deal(deal.id().value(), true, deal.name(), deal.account(), deal.salesStage());
  }

  private List<Sent> sent(@Nullable Opportunity deal) {
    if (deal == null) return List.of();
    var newest = Sendings.of(shares.onDeal(deal.id())).stream().limit(SLOTS).toList();
    var found = assets.findAll(newest.stream().map(Sendings::asset).toList());
    return newest.stream()
        .map(
            sent ->
                new Sent(
                    title(found.get(sent.asset()), sent.asset()),
                    sent.times(),
                    sent.last().toString(),
                    sent.viewers()))
        .toList();
  }

  private static String title(dev.tandem.library.@Nullable Asset asset, AssetId id) {
    return asset == null ? id.value() : asset.title().value();
  }
}
