package dev.tandem.recommendation;

import dev.tandem.encoder.Embedding;
import dev.tandem.encoder.SentenceEncoder;
import dev.tandem.library.AssetId;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.AssetQuery.Clue;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.AssetSearch;
import dev.tandem.search.Nearness;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.Dimension;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gathers what may be recommended: by the rep's words, by the deal's notes, by the names of its
 * terms, and by labels alone, so that a need that nobody put into words is served as well. Each
 * search is scored on its own, since long notes would drown everything else in a common query; and
 * each goes by words and by meaning, since they fail on different needs.
 */
@Component
class CandidateSources {
  private static final Logger LOG = LoggerFactory.getLogger(CandidateSources.class);
  private static final int BY_QUERY = 150, BY_NOTES = 60, BY_TERMS = 60, BY_FILTERS = 200;
  private static final int BY_MEANING = 100;
  private static final int AVERAGE_OF = 64;

  private final AssetSearch search;
  private final SentenceEncoder encoder;
  private final LibrarySnapshot library;
  private final TellingNotes telling;
  private final DealMeaning dealMeaning;
  private final LabelMatches labels = new LabelMatches();

  /** Processors that have nothing to do meanwhile; where there are none, the asker does it all. */
  private final ThreadPoolExecutor idle =
      new ThreadPoolExecutor(
          0,
          Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
          1,
          TimeUnit.MINUTES,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("candidates-", 0).factory(),
          new ThreadPoolExecutor.CallerRunsPolicy());

  CandidateSources(
      AssetSearch search,
      SentenceEncoder encoder,
      LibrarySnapshot library,
      TellingNotes telling,
      DealMeaning dealMeaning) {
    this.search = search;
    this.encoder = encoder;
    this.library = library;
    this.telling = telling;
    this.dealMeaning = dealMeaning;
  }

  /**
   * @param also assets that are taken in as well where no conditions were chosen, as far as they
   *     may be shown
   */
  Candidates gather(Situation situation, Collection<AssetId> also) {
    var published = library.published();
    boolean filtered = !situation.filters().equals(Filters.NONE);
    var given = situation.request().found();
    var searches = new Searches(situation);
    var byLabels =
        filtered || given != null
            ? Set.<AssetTraits>of()
            : labels.best(situation, library.columns());
    var matches = searches.matches();

    var traits = new LinkedHashSet<AssetTraits>();
    var brought = new LinkedHashSet<AssetTraits>();
    boolean degraded = matches.degraded();
    if (given != null) {
      known(given.assets(), traits);
      return candidates(situation, published, traits, brought, matches, degraded);
    }
    for (var source : List.of(matches.query(), matches.notes(), matches.context()))
      known(source.assets(), traits);
    traits.addAll(byLabels);
    if (!filtered) {
      known(also, brought);
      brought.removeAll(traits);
      traits.addAll(brought);
    } else if (!situation.hasQuery()) {
      var failed = new boolean[1];
      known(words(ask(situation, "", List.of(), BY_FILTERS), failed).keySet(), traits);
      degraded |= failed[0];
    }
    return candidates(situation, published, traits, brought, matches, degraded);
  }

  private static Candidates candidates(
      Situation situation,
      List<AssetTraits> published,
      Set<AssetTraits> traits,
      Set<AssetTraits> brought,
      Matches matches,
      boolean degraded) {
    var candidates =
        traits.stream().filter(asset -> may(situation, asset)).map(matches::of).toList();
    var average = Spread.over(published, AVERAGE_OF).stream().map(matches::of).toList();
    var only = brought.stream().map(AssetTraits::id).collect(Collectors.toUnmodifiableSet());
    return new Candidates(candidates, only, average, degraded);
  }

  /** What the library has for the words, the notes and the terms of a situation. */
  Matches matches(Situation situation) {
    return new Searches(situation).matches();
  }

  /** The searches for one situation; begins with what takes longest, to read and encode notes. */
  private final class Searches {
    private final Situation situation;
    private final boolean[] degraded = new boolean[1];
    private final CompletableFuture<Match.Found> byNotes, byQuery;

    Searches(Situation situation) {
      this.situation = situation;
      this.byNotes = beside(this::byNotes);
      this.byQuery = beside(this::byQuery);
    }

    /** Terms come last: their meaning is that of the notes, too, which is found out meanwhile. */
    Matches matches() {
      var byTerms = byTerms();
      return new Matches(byQuery.join(), byNotes.join(), byTerms, degraded[0]);
    }

    private Match.Found byNotes() {
      var notes = notes(situation);
      if (notes == null || notes.isBlank()) return Match.Found.NOTHING;
      var query = ask(situation, "", List.of(new Clue(notes, 1)), BY_NOTES);
      return found(query, notes, degraded);
    }

    private Match.Found byQuery() {
      if (!situation.hasQuery()) return Match.Found.NOTHING;
      var words = situation.words();
      return found(ask(situation, words, List.of(), BY_QUERY), words, degraded);
    }

    private Match.Found byTerms() {
      var terms = termClues(situation);
      if (terms.isEmpty()) return Match.Found.NOTHING;
      var query = ask(situation, "", terms, BY_TERMS);
      var words = words(query, degraded);
      var meaning = near(query, () -> dealMeaning.of(terms, notes(situation)), degraded);
      return new Match.Found(words, meaning);
    }
  }

  private @Nullable String notes(Situation situation) {
    var notes = situation.deal().notes();
    if (notes == null) return null;
    try {
      return telling.of(notes, situation.request().audiences());
    } catch (RuntimeException e) {
      LOG.warn("Reading all of a deal's notes, since a search failed: {}", e.toString());
      return notes;
    }
  }

  private <T> CompletableFuture<T> beside(Supplier<T> source) {
    return CompletableFuture.supplyAsync(source, idle);
  }

  @PreDestroy
  void stop() {
    idle.shutdown();
  }

  /**
   * @param degraded true when a source did not answer
   */
  record Matches(Match.Found query, Match.Found notes, Match.Found context, boolean degraded) {
    Candidate of(AssetTraits asset) {
      var id = asset.id();
      return new Candidate(asset, query.of(id), notes.of(id), context.of(id));
    }
  }

  /** What the shown passages are looked up by: the rep's words, else what the deal tells. */
  AssetQuery passageQuery(Situation situation) {
    var words = situation.words();
    if (situation.hasQuery()) {
      var query = ask(situation, words, List.of(), 0);
      return query.withMeaning(meaning(query, words).orElse(null));
    }
    var terms = termClues(situation);
    var notes = notes(situation);
    var clues = new ArrayList<>(terms);
    if (notes != null && !notes.isBlank()) clues.add(new Clue(notes, 1));
    return ask(situation, "", clues, 0).withMeaning(dealMeaning.of(terms, notes).orElse(null));
  }

  static boolean may(Situation situation, AssetTraits asset) {
    var audience = asset.internal() ? Audience.INTERNAL : Audience.BUYER;
    return situation.request().audiences().contains(audience)
        && !asset.expiredOn(situation.today());
  }

  private static AssetQuery ask(Situation situation, String text, List<Clue> clues, int limit) {
    return ask(situation.filters(), situation.request().audiences(), text, clues, limit);
  }

  /** For recommendable assets without their passages, the best first. */
  static AssetQuery ask(
      Filters filters, Set<Audience> audiences, String text, List<Clue> clues, int limit) {
    return new AssetQuery(
        text,
        clues,
        filters,
        audiences,
        true,
        Set.of(),
        0,
        limit,
        false,
        false,
        null,
        Set.of(),
        AssetQuery.Order.Usual.RELEVANCE);
  }

  private static List<Clue> termClues(Situation situation) {
    var clues = new ArrayList<Clue>();
    for (var dimension : Dimension.values()) {
      double weight =
          switch (dimension) {
            case COMPETITOR -> 1.5;
            case PRODUCT -> 1.2;
            case INDUSTRY -> 1;
            case PERSONA -> 0.5;
            case REGION -> 0.2;
          };
      for (var term : situation.terms(dimension)) clues.add(new Clue(term.label(), weight));
    }
    return clues;
  }

  private Match.Found found(AssetQuery query, String text, boolean[] degraded) {
    // where nothing is encoded, words stand for both, so that they keep their weight beside labels
    if (!encoder.available()) {
      var words = words(query, degraded);
      return new Match.Found(words, words);
    }
    var near = near(query, () -> meaning(query, text), degraded);
    return new Match.Found(words(query, degraded), near);
  }

  private Optional<Embedding> meaning(AssetQuery query, String text) {
    return encoder.query(query.text().isEmpty() ? text : search.spelledOut(query));
  }

  private Map<AssetId, Double> near(
      AssetQuery query, Supplier<Optional<Embedding>> meaning, boolean[] degraded) {
    try {
      var meant = query.withMeaning(meaning.get().orElse(null));
      return Nearness.of(search.nearest(meant, BY_MEANING));
    } catch (RuntimeException e) {
      LOG.warn("Recommending without a search by meaning that failed: {}", e.toString());
      degraded[0] = true;
      return Map.of();
    }
  }

  /** Scores relative to the best; empty and marked as degraded when the search fails. */
  private Map<AssetId, Double> words(AssetQuery query, boolean[] degraded) {
    try {
      var hits = search.search(query);
      if (hits.degraded()) degraded[0] = true;
      double best = hits.hits().stream().mapToDouble(hit -> hit.score()).max().orElse(0);
      var scores = HashMap.<AssetId, Double>newHashMap(hits.hits().size());
      for (var hit : hits.hits())
        scores.put(hit.asset(), best > 0 ? Math.clamp(hit.score() / best, 0, 1) : 0);
      return scores;
    } catch (RuntimeException e) {
      LOG.warn("Recommending without a search that failed: {}", e.toString());
      degraded[0] = true;
      return Map.of();
    }
  }

  private void known(Collection<AssetId> ids, Set<AssetTraits> into) {
    for (var id : ids) {
      var traits = library.find(id);
      if (traits != null) into.add(traits);
    }
  }
}
