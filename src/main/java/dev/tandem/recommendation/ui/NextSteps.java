package dev.tandem.recommendation.ui;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.recommendation.RecommendationRequest;
import dev.tandem.recommendation.Recommender;
import dev.tandem.recommendation.Slate;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.taxonomy.Audience;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The two best things to send on each of a few deals, found side by side. */
@Component
class NextSteps {
  private static final Logger LOG = LoggerFactory.getLogger(NextSteps.class);
  private static final int SLOTS = 2;

  private final Recommender recommender;
  private final Opportunities opportunities;

  NextSteps(Recommender recommender, Opportunities opportunities) {
    this.recommender = recommender;
    this.opportunities = opportunities;
  }

  /** Deals for which nothing could be recommended right now are missing. */
  Map<OpportunityId, Slate> of(List<OpportunityId> deals, UserId rep) {
    var slates = new HashMap<OpportunityId, Slate>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = new HashMap<OpportunityId, Future<Slate>>();
      for (var deal : deals) asked.put(deal, threads.submit(() -> recommend(deal, rep)));
      for (var entry : asked.entrySet()) {
        try {
          slates.put(entry.getKey(), entry.getValue().get());
        } catch (ExecutionException e) {
          LOG.warn("No recommendations for {}", entry.getKey(), e.getCause());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return slates;
        }
      }
    }
    return slates;
  }

  private Slate recommend(OpportunityId deal, UserId rep) {
    return recommender.recommend(
        new RecommendationRequest(
            rep,
            Surface.DEAL,
            opportunities.contextOf(deal),
            "",
            Filters.NONE,
            Set.of(Audience.BUYER),
            SLOTS));
  }
}
