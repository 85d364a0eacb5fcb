package dev.tandem.recommendation;

import dev.tandem.deals.Opportunities;
import dev.tandem.encoder.SentenceEncoder;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.learning.RankingModel;
import dev.tandem.recommendation.Slate.Reason;
import dev.tandem.search.AssetHits;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.AssetSearch;
import dev.tandem.search.HybridSearch;
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
 * feedback log, or by search alone to compare it with.
 */
@Component
public class SituationAnswers {
  private static final UserId NOBODY = new UserId("evaluation");

  private final Recommender recommender;
  private final Opportunities opportunities;
  private final AssetSearch search;
  private final HybridSearch hybrid;
  private final SentenceEncoder encoder;

  SituationAnswers(
      Recommender recommender,
      Opportunities opportunities,
      AssetSearch search,
      HybridSearch hybrid,
      SentenceEncoder encoder) {
    this.recommender = recommender;
    this.opportunities = opportunities;
    this.search = search;
    this.hybrid = hybrid;
    this.encoder = encoder;
  }

  /**
   * @param reasons why it came, from the model's own numbers; none where search alone answered
   */
  public record Answer(String asset, double score, List<Reason> reasons) {
    public Answer {
      reasons = List.copyOf(reasons);
    }

    public Answer(String asset, double score) {
      this(asset, score, List.of());
    }
  }

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
        .map(item -> new Answer(item.asset().id().value(), item.score(), item.reasons()))
        .toList();
  }

  /** What the search engine finds by words for the query or, without one, for the deal's words. */
  public List<Answer> byText(EvaluationSituation situation, int depth) {
    return answers(search.search(asked(situation, depth)));
  }

  /** What is nearest in meaning to the same words. */
  public List<Answer> byMeaning(EvaluationSituation situation, int depth) {
    var asked = asked(situation, depth);
    var query = asked.withMeaning(encoder.query(asked.text()).orElse(null));
    return search.nearest(query, depth).stream()
        .map(near -> new Answer(near.asset().value(), near.cosine()))
        .toList();
  }

  /** What search by words and meaning finds for the same words. */
  public List<Answer> byBoth(EvaluationSituation situation, int depth) {
    return answers(hybrid.search(asked(situation, depth)));
  }

  private AssetQuery asked(EvaluationSituation situation, int depth) {
    var words = situation.query().isBlank() ? dealWords(situation) : situation.query();
    return AssetQuery.of(words).withWindow(0, depth).withoutSnippets();
  }

  private static List<Answer> answers(AssetHits hits) {
    return hits.hits().stream().map(hit -> new Answer(hit.asset().value(), hit.score())).toList();
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
