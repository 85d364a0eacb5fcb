package dev.tandem.recommendation;

import dev.tandem.deals.Opportunities;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.learning.RankingModel;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.AssetSearch;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Answers situations for an evaluation: by the recommender that the UI uses, without a trace in the
 * feedback log, or by text search alone to compare it with.
 */
@Component
public class SituationAnswers {
  private static final UserId NOBODY = new UserId("evaluation");

  private final Recommender recommender;
  private final Opportunities opportunities;
  private final AssetSearch search;

  SituationAnswers(Recommender recommender, Opportunities opportunities, AssetSearch search) {
    this.recommender = recommender;
    this.opportunities = opportunities;
    this.search = search;
  }

  public record Answer(String asset, double score) {}

  /** At most {@code depth} (1 to 100) assets, best first. */
  public List<Answer> ranked(EvaluationSituation situation, RankingModel model, int depth) {
    var request =
        new RecommendationRequest(
            NOBODY,
            Surface.API,
            opportunities.contextOf(situation.deal().toDescription()),
            situation.query(),
            Filters.NONE,
            Set.of(Audience.values()),
            depth);
    return recommender.rehearse(request, model).items().stream()
        .map(item -> new Answer(item.asset().id().value(), item.score()))
        .toList();
  }

  /** What the search engine finds for the query or, without one, for all words of the deal. */
  public List<Answer> byText(EvaluationSituation situation, int depth) {
    var query = situation.query().isBlank() ? dealWords(situation) : situation.query();
    return search
        .search(AssetQuery.of(query).withWindow(0, depth).withoutSnippets())
        .hits()
        .stream()
        .map(hit -> new Answer(hit.asset().value(), hit.score()))
        .toList();
  }

  private String dealWords(EvaluationSituation situation) {
    var deal = opportunities.contextOf(situation.deal().toDescription());
    var terms =
        Stream.of(Dimension.values())
            .flatMap(dimension -> Situation.terms(deal, dimension).stream())
            .map(Term::label);
    var notes = deal.notes() == null ? Stream.<String>empty() : Stream.of(deal.notes());
    return Stream.concat(notes, terms).collect(Collectors.joining(" "));
  }
}
