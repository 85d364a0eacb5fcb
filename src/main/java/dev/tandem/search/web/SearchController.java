package dev.tandem.search.web;

import dev.tandem.feedback.AssetEvidence;
import dev.tandem.identity.CurrentUser;
import dev.tandem.library.Assets;
import dev.tandem.search.HybridSearch;
import dev.tandem.search.PastSearches;
import dev.tandem.search.QueryReader;
import dev.tandem.search.UseOrder;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.Taxonomy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Finds recommendable assets, with facets and the pages that matched; and completes words. */
@RestController
@RequestMapping("/api/v1/search")
@PreAuthorize("hasAnyRole('REP', 'MARKETER', 'ADMINISTRATOR')")
class SearchController {
  private static final int MOST_COMPLETIONS = 20, PAST = 3, AGAIN = 8;
  private static final Set<Audience> EVERYTHING = Set.of(Audience.values());

  private final HybridSearch search;
  private final Assets assets;
  private final AssetEvidence evidence;
  private final Taxonomy taxonomy;
  private final QueryReader reader;
  private final UseOrder uses;
  private final PastSearches past;
  private final CurrentUser currentUser;

  SearchController(
      HybridSearch search,
      Assets assets,
      AssetEvidence evidence,
      Taxonomy taxonomy,
      QueryReader reader,
      UseOrder uses,
      PastSearches past,
      CurrentUser currentUser) {
    this.search = search;
    this.assets = assets;
    this.evidence = evidence;
    this.taxonomy = taxonomy;
    this.reader = reader;
    this.uses = uses;
    this.past = past;
    this.currentUser = currentUser;
  }

  /**
   * Takes {@code q}, {@code stage}, {@code type}, {@code persona}, {@code industry}, {@code
   * product}, {@code competitor}, {@code region}, {@code language} (each may be repeated), {@code
   * owner}, {@code audience}, {@code limit} (to 100), {@code offset}, {@code sort} and {@code
   * cursor}. {@code q} may hold conditions as people type them; see {@link QueryReader}.
   */
  @GetMapping
  SearchAnswer search(@RequestParam MultiValueMap<String, String> parameters) {
    var call = new SearchCall(parameters, taxonomy, reader, uses);
    var reading = call.reading();
    var query = call.query(reading);
    var cursor = call.cursor();
    boolean onwards = !cursor.served().isEmpty();
    var hits =
        onwards
            ? search.searchOn(query, cursor.served().size(), cursor::wasServed)
            : search.search(query);
    int before = onwards ? cursor.served().size() : query.offset();
    boolean more = query.offset() == 0 && before + hits.hits().size() < hits.total();
    var next =
        more && !hits.hits().isEmpty() ? cursor.behind(hits.ids()) : Optional.<SearchCursor>empty();
    var nothing = hits.total() == 0 && !hits.degraded() ? search.explain(query) : null;
    return SearchAnswer.of(
        hits,
        assets.findAll(hits.ids()),
        evidence,
        before,
        reading,
        next.map(SearchCursor::write).orElse(null),
        nothing);
  }

  /**
   * Ways to go on from what was typed: values of a field word that is being typed, else searches of
   * the past that led to something, then titles and terms.
   */
  @GetMapping("/completions")
  List<String> complete(@RequestParam String prefix, @RequestParam(defaultValue = "8") int limit) {
    if (limit < 1 || limit > MOST_COMPLETIONS)
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "limit must be 1 to " + MOST_COMPLETIONS);
    if (prefix.length() > SearchCall.LONGEST_TEXT) return List.of();
    var reading = reader.read(prefix, EVERYTHING);
    var found = new LinkedHashSet<>(reader.complete(reading, EVERYTHING, limit));
    if (found.isEmpty()) {
      var before = prefix.substring(0, reading.openFrom()).strip();
      var open = prefix.substring(reading.openFrom()).strip();
      if (before.isEmpty())
        found.addAll(past.complete(open, currentUser.require().id(), EVERYTHING, PAST));
      for (var words : search.complete(open, EVERYTHING, limit))
        found.add((before + " " + words).strip());
    }
    return found.stream().limit(limit).toList();
  }

  /** What to offer before anything is typed: the asker's latest searches, and the team's. */
  @GetMapping("/again")
  Again again() {
    var asker = currentUser.require().id();
    return new Again(past.recent(asker, AGAIN), past.popular(asker, EVERYTHING, AGAIN));
  }

  /**
   * @param popular done with success by at least three people of the asker's team
   */
  record Again(List<String> recent, List<String> popular) {}
}
