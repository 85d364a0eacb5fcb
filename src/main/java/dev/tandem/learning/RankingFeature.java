package dev.tandem.learning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a candidate is ranked by, version 1. Values lie in [0, 1], or in [-1, 1] where the meaning
 * says so; 0 always means "says nothing", so that what is unknown neither helps nor hurts.
 */
public enum RankingFeature {
  TEXT_MATCH("how well the rep's words match, relative to the best match of the library"),
  TEXT_MATCH_LONG_QUERY("the same, times how long the query is: 0 at one word, 1 from eight on"),
  MEANING_MATCH(
      "how near the meaning of its best passage is to the rep's words, against the nearest"),
  MEANING_MATCH_LONG_QUERY("the same, times how long the query is: 0 at one word, 1 from eight on"),
  NOTES_MATCH("how well the deal's notes match, relative to the best match of the library"),
  NOTES_MEANING("how near the meaning of its best passage is to the deal's notes"),
  CONTEXT_MATCH("how well the names of the deal's industry, product and so on match the text"),
  CONTEXT_MEANING("how near the meaning of its best passage is to the deal as a whole"),
  TYPE_ASKED("1 when the query names this type of content"),
  TERM_ASKED("how surely the asset is labelled with a term that the query or the notes name"),
  STAGE_FIT("labelled stages against the buyer's, in [-1, 1]; times the label's confidence"),
  STAGE_FIT_WITHOUT_QUERY("the same when there is no query, else 0"),
  TYPE_FITS_STAGE("P(stage | content type) against chance: 1 from one half on, -1 at 0"),
  TYPE_FITS_STAGE_WITHOUT_QUERY("the same when there is no query, else 0"),
  PERSONA_MATCH("how surely it is made for somebody of the buying committee"),
  INDUSTRY_MATCH("how surely it is made for the deal's industry"),
  INDUSTRY_MISMATCH("how surely it is made for other industries only"),
  PRODUCT_MATCH("how surely it is about a product of the deal"),
  PRODUCT_MISMATCH("how surely it is about other products only"),
  COMPETITOR_MATCH("how surely it answers a competitor of the deal"),
  COMPETITOR_MISMATCH("how surely it is about competitors the deal does not name"),
  REGION_MATCH("how surely it is made for the deal's region"),
  REGION_MISMATCH("how surely it is made for other regions only"),
  LANGUAGE_FIT("its language against the buyer's and the rep's, in [-1, 1]"),
  FRESHNESS("halves every 18 months since publication, less 1/2: in [-1/2, 1/2]"),
  REVIEW_OVERDUE("1 when its review is overdue"),
  SIMILAR_USE("use rate on similar deals, shrunk, against the library's: in [-1, 1]"),
  OVERALL_USE("use rate on all deals, shrunk, against the library's: in [-1, 1]"),
  RATED_HELPFUL("helpful less unhelpful ratings, shrunk, in [-1, 1]"),
  LABEL_CONFIDENCE("mean confidence of its type and stage labels, less 1");

  /** All of them, in the order of this list. */
  public static final FeatureSchema SCHEMA =
      new FeatureSchema(
          2,
          Arrays.stream(values())
              .map(feature -> new FeatureSchema.Feature(feature.id(), feature.meaning))
              .toList());

  private static final Map<String, RankingFeature> BY_ID =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(RankingFeature::id, feature -> feature));

  private final String meaning;

  RankingFeature(String meaning) {
    this.meaning = meaning;
  }

  /** The feature of this {@link #id}; empty for one that this version does not know. */
  public static Optional<RankingFeature> named(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /** The name in the log and in models, such as {@code stage_fit}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
