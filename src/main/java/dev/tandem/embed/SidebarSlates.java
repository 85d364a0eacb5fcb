package dev.tandem.embed;

import dev.tandem.deals.DealContext;
import dev.tandem.deals.DealDescription;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.StageReading;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.recommendation.RecommendationRequest;
import dev.tandem.recommendation.Recommender;
import dev.tandem.recommendation.Slate;
import dev.tandem.search.AssetQuery;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.JourneyStage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Recommends for the deal of a sitting; for one that Tandem does not know, by the CRM's words. */
@Component
class SidebarSlates {
  private final Opportunities opportunities;
  private final Recommender recommender;

  SidebarSlates(Opportunities opportunities, Recommender recommender) {
    this.opportunities = opportunities;
    this.recommender = recommender;
  }

  /** The deal, where Tandem knows it. */
  Optional<Opportunity> deal(EmbedContext context) {
    return Optional.ofNullable(context.deal()).flatMap(opportunities::find);
  }

  /**
   * @param stage that the rep looks at instead of the deal's own, or null
   */
  Slate recommend(EmbedContext context, String query, @Nullable JourneyStage stage, int slots) {
    var known =
        deal(context)
            .map(deal -> opportunities.contextOf(deal.id()))
            .orElseGet(() -> asTheCrmSays(context));
    return recommender.recommend(
        new RecommendationRequest(
            context.rep(),
            Surface.SIDEBAR,
            stage == null ? known : at(stage, known),
            query,
            AssetQuery.Filters.NONE,
            Set.of(Audience.values()),
            slots));
  }

  private DealContext asTheCrmSays(EmbedContext context) {
    var hint = context.hint();
    var said =
        opportunities.contextOf(
            new DealDescription(
                hint.industry(), null, null, List.of(), hint.stage(), List.of(), List.of(), null));
    return new DealContext(
        context.deal(),
        said.stage(),
        said.industry(),
        said.companySize(),
        said.region(),
        said.personas(),
        said.competitors(),
        said.products(),
        said.notes());
  }

  private static DealContext at(JourneyStage stage, DealContext deal) {
    return new DealContext(
        deal.deal(),
        new StageReading(stage, StageReading.Basis.STATED),
        deal.industry(),
        deal.companySize(),
        deal.region(),
        deal.personas(),
        deal.competitors(),
        deal.products(),
        deal.notes());
  }
}
