package dev.tandem.recommendation;

import dev.tandem.deals.DealContext;
import dev.tandem.feedback.AssetEvidence.Tally;
import dev.tandem.learning.LearnedEffect;
import dev.tandem.learning.RankingFeature;
import dev.tandem.library.Asset;
import dev.tandem.library.Label;
import dev.tandem.search.AssetHits.Passage;
import dev.tandem.search.MatchWords;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the causes of one item into plain words; empty where nothing definite can be said. */
final class ReasonWords {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  /** What buyers look for in a type of content. */
  private static final Map<ContentType, String> SOUGHT =
      Map.ofEntries(
          Map.entry(ContentType.CASE_STUDY, "proof"),
          Map.entry(ContentType.REFERENCE, "proof"),
          Map.entry(ContentType.PRICING, "the price"),
          Map.entry(ContentType.PROPOSAL, "an offer"),
          Map.entry(ContentType.ROI_CALCULATOR, "the return"),
          Map.entry(ContentType.BUSINESS_CASE, "the return"),
          Map.entry(ContentType.SECURITY, "safety"),
          Map.entry(ContentType.COMPARISON, "how options compare"),
          Map.entry(ContentType.BATTLECARD, "how options compare"),
          Map.entry(ContentType.BUYERS_GUIDE, "how options compare"),
          Map.entry(ContentType.DATA_SHEET, "what it does"),
          Map.entry(ContentType.SOLUTION_BRIEF, "what it does"),
          Map.entry(ContentType.DEMO, "what it does"),
          Map.entry(ContentType.ONE_PAGER, "the essentials"),
          Map.entry(ContentType.ONBOARDING_GUIDE, "a good start"),
          Map.entry(ContentType.HOW_TO, "how to do it"),
          Map.entry(ContentType.RELEASE_NOTES, "what is new"));

  private final Situation situation;
  private final Candidate candidate;
  private final AssetTraits traits;
  private final Asset asset;
  private final MatchWords found;
  private final PastUse past;

  ReasonWords(
      Situation situation, Candidate candidate, Asset asset, List<Passage> passages, PastUse past) {
    this.situation = situation;
    this.candidate = candidate;
    this.traits = candidate.traits();
    this.asset = asset;
    this.found = new MatchWords(passages, asset.title().value());
    this.past = past;
  }

  /**
   * @param cause the name of a {@link RankingFeature} or a {@link LearnedEffect}
   */
  Optional<String> of(String cause) {
    for (var effect : LearnedEffect.values()) if (effect.id().equals(cause)) return of(effect);
    return RankingFeature.named(cause).flatMap(this::of);
  }

  /** Only said where the model learned that it helps, so the words may be as plain. */
  private Optional<String> of(LearnedEffect effect) {
    var deal = situation.deal();
    var type = asset.type().value().label();
    return Optional.ofNullable(
        switch (effect) {
          case ASSET ->
              "Chosen by colleagues more often than its labels alone would suggest" + overall();
          case NEAR_TEXT -> "Close in content to what colleagues often choose";
          case AUTHOR -> "By an author whose content colleagues often choose";
          case TYPE_AT_STAGE -> {
            var stage = situation.stage();
            yield stage == null
                ? type + ": a type that colleagues often choose"
                : type + ": colleagues often choose it at the " + name(stage) + " stage";
          }
          case TYPE_IN_INDUSTRY ->
              deal.industry() == null
                  ? null
                  : type + ": colleagues often choose it in deals in " + deal.industry().label();
          case TYPE_FOR_PERSONA ->
              deal.personas().isEmpty()
                  ? null
                  : type
                      + ": colleagues often choose it for this committee ("
                      + deal.personas().stream()
                          .map(Term::label)
                          .limit(2)
                          .collect(Collectors.joining(", "))
                      + ")";
          case TYPE_FOR_REP -> type + ": a type that you often choose";
          case TYPE_FOR_TEAM -> type + ": a type that your team often chooses";
        });
  }

  private Optional<String> of(RankingFeature cause) {
    return Optional.ofNullable(
        switch (cause) {
          case TEXT_MATCH -> words();
          case NOTES_MATCH -> notes();
          case CONTEXT_MATCH -> contextWords();
          case TYPE_ASKED -> "You asked for: " + asset.type().value().label();
          case TERM_ASKED -> namedTerm();
          case STAGE_FIT -> stage();
          case TYPE_FITS_STAGE -> type();
          case PERSONA_MATCH -> term(Dimension.PERSONA, "Written for: %s");
          case INDUSTRY_MATCH -> term(Dimension.INDUSTRY, "Same industry: %s");
          case PRODUCT_MATCH -> term(Dimension.PRODUCT, "About %s");
          case COMPETITOR_MATCH -> term(Dimension.COMPETITOR, "Answers %s, named in this deal");
          case REGION_MATCH -> term(Dimension.REGION, "Made for the region: %s");
          case LANGUAGE_FIT -> language();
          case FRESHNESS -> published();
          case SIMILAR_USE -> similarUse();
          case OVERALL_USE -> used(past.overall(asset.id()).shown(), "");
          case RATED_HELPFUL -> rated();
          case TEXT_MATCH_LONG_QUERY,
              MEANING_MATCH,
              MEANING_MATCH_LONG_QUERY,
              NOTES_MEANING,
              CONTEXT_MEANING,
              STAGE_FIT_WITHOUT_QUERY,
              TYPE_FITS_STAGE_WITHOUT_QUERY,
              INDUSTRY_MISMATCH,
              PRODUCT_MISMATCH,
              COMPETITOR_MISMATCH,
              REGION_MISMATCH,
              REVIEW_OVERDUE,
              LABEL_CONFIDENCE ->
              null;
        });
  }

  /** Words are quoted only where they say more than the meaning does. */
  private String words() {
    var match = candidate.query();
    return match.meaning() > match.words()
        ? found.nearInMeaning()
        : found.mentions().orElseGet(found::nearInMeaning);
  }

  /** Notes are full of everyday words, so none is quoted: the passage shows what fits. */
  private String notes() {
    return "Fits the deal's notes" + (situation.hasQuery() ? "" : found.place());
  }

  private String contextWords() {
    var names =
        java.util.stream.Stream.of(
                Dimension.COMPETITOR, Dimension.PRODUCT, Dimension.INDUSTRY, Dimension.PERSONA)
            .flatMap(dimension -> situation.terms(dimension).stream())
            .map(Term::label)
            .limit(3)
            .collect(Collectors.joining(", "));
    return "Close to what this deal is about (" + names + ")";
  }

  private @Nullable String stage() {
    var stage = situation.stage();
    if (stage == null) return null;
    var name = stage.label().toLowerCase(Locale.ENGLISH) + " stage";
    var label =
        asset.stages().stream().filter(each -> each.value() == stage).findFirst().orElse(null);
    if (label == null) return null;
    return (label.isInferred() ? "Seems made for the " : "Made for the ") + name;
  }

  private @Nullable String type() {
    var stage = situation.stage();
    if (stage == null) return null;
    var type = asset.type().value();
    var sought = SOUGHT.get(type);
    return type.label()
        + (sought == null
            ? ": usual at the " + name(stage) + " stage"
            : ": at the " + name(stage) + " stage buyers look for " + sought);
  }

  private static String name(JourneyStage stage) {
    return stage.label().toLowerCase(Locale.ENGLISH);
  }

  private @Nullable String term(Dimension dimension, String form) {
    var wanted = situation.wanted().get(dimension);
    return wanted == null ? null : labelled(dimension, wanted, form);
  }

  private @Nullable String namedTerm() {
    for (var named : situation.named().entrySet()) {
      var said =
          labelled(named.getKey(), named.getValue(), "About %s, which you or the notes name");
      if (said != null) return said;
    }
    return null;
  }

  private @Nullable String labelled(Dimension dimension, BitSet wanted, String form) {
    var numbers = traits.terms()[dimension.ordinal()];
    var labels = asset.terms(dimension);
    if (labels.size() != numbers.length) return null; // relabelled a moment ago
    var names =
        java.util.stream.IntStream.range(0, numbers.length)
            .filter(i -> wanted.get(numbers[i]))
            .mapToObj(labels::get)
            .map(Label::value)
            .map(Term::label)
            .limit(2)
            .collect(Collectors.joining(" and "));
    return names.isEmpty() ? null : form.formatted(names);
  }

  private @Nullable String language() {
    var language = asset.language().value();
    if (language.equals("und")) return null;
    return "In "
        + Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH)
        + (situation.deal().equals(DealContext.EMPTY) ? ", like your words" : ", like this deal");
  }

  private @Nullable String published() {
    var on = asset.publishedOn();
    if (on == null) return null;
    long days = ChronoUnit.DAYS.between(on, situation.today());
    if (days <= 31) return "New this month";
    return days <= 366 ? "Recent: " + MONTH.format(on) : null;
  }

  private static @Nullable String used(PastUse.Shown shown, String where) {
    if (shown.used() == 0) return null;
    return "Used " + shown.used() + " of " + shown.shown() + " times it was shown" + where;
  }

  /** People where there are enough of them, else deals, else the times it was shown. */
  private @Nullable String similarUse() {
    var deal = situation.deal();
    var rep = situation.request().rep();
    var similar = SimilarUse.of(past.similarDeals(asset.id(), deal, rep), deal);
    var people = similar.colleagues();
    if (people != null && people.successes() > 0)
      return "Used by %d of %d colleagues with %s"
          .formatted(people.successes(), people.trials(), similar.definition());
    var deals = similar.deals();
    if (similar.interval() != null && deals.successes() > 0)
      return "Used on %d of %d %s"
          .formatted(deals.successes(), deals.trials(), similar.definition());
    return used(past.similar(asset.id(), deal), " on similar deals");
  }

  private String overall() {
    var shown = past.overall(asset.id()).shown();
    return shown.shown() < Tally.ENOUGH_SHOWN
        ? ""
        : " (used " + shown.used() + " of " + shown.shown() + " times it was seen)";
  }

  private @Nullable String rated() {
    var counts = past.overall(asset.id());
    long all = counts.helpful() + counts.notHelpful();
    return all == 0 ? null : "Rated helpful " + counts.helpful() + " of " + all + " times";
  }
}
