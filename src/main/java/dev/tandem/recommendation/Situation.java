package dev.tandem.recommendation;

import dev.tandem.deals.DealContext;
import dev.tandem.learning.Asked;
import dev.tandem.learning.Asked.Asker;
import dev.tandem.learning.PersonKey;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.QueryReading;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request as ranking reads it.
 *
 * @param reading the rep's words, understood
 * @param wanted numbers of the labels that fit the deal, by dimension; dimensions of which the deal
 *     says nothing are missing
 * @param namedTerms what the query and the notes name beside the deal's own fields
 * @param named the same as label numbers
 * @param queryWords how many words the rep wrote
 */
record Situation(
    RecommendationRequest request,
    QueryReading reading,
    Map<Dimension, BitSet> wanted,
    List<Term> namedTerms,
    Map<Dimension, BitSet> named,
    Set<ContentType> typesAsked,
    LanguageVotes languages,
    int queryWords,
    LocalDate today) {

  /** The same on another day. */
  Situation on(LocalDate day) {
    return new Situation(
        request, reading, wanted, namedTerms, named, typesAsked, languages, queryWords, day);
  }

  /** The rep's words without the syntax. */
  String words() {
    return reading.text();
  }

  /** What an asset must be: what was chosen and what was typed. */
  Filters filters() {
    return request.filters().and(reading.filters());
  }

  DealContext deal() {
    return request.deal();
  }

  @Nullable JourneyStage stage() {
    return deal().stage().stage();
  }

  boolean hasQuery() {
    return queryWords > 0;
  }

  /** The groups that learned effects belong to. */
  Asked asked() {
    return asked(deal(), hasQuery()).by(new Asker(PersonKey.rep(request.rep()), null));
  }

  static Asked asked(DealContext deal, boolean inWords) {
    var industry = deal.industry();
    return new Asked(
        deal.stage().stage(),
        industry == null ? null : industry.key(),
        deal.personas().stream().map(Term::key).toList(),
        inWords);
  }

  /** The deal's words for one dimension. */
  List<Term> terms(Dimension dimension) {
    return terms(deal(), dimension);
  }

  static List<Term> terms(DealContext deal, Dimension dimension) {
    return switch (dimension) {
      case PERSONA -> deal.personas();
      case COMPETITOR -> deal.competitors();
      case PRODUCT -> deal.products();
      case INDUSTRY -> deal.industry() == null ? List.of() : List.of(deal.industry());
      case REGION -> deal.region() == null ? List.of() : List.of(deal.region());
    };
  }
}
