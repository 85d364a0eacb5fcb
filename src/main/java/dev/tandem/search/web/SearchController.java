package dev.tandem.search.web;

import dev.tandem.library.Assets;
import dev.tandem.search.HybridSearch;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.Taxonomy;
import java.util.List;
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
  private static final int MOST_COMPLETIONS = 20;

  private final HybridSearch search;
  private final Assets assets;
  private final Taxonomy taxonomy;

  SearchController(HybridSearch search, Assets assets, Taxonomy taxonomy) {
    this.search = search;
    this.assets = assets;
    this.taxonomy = taxonomy;
  }

  /**
   * Takes {@code q}, {@code stage}, {@code type}, {@code persona}, {@code industry}, {@code
   * product}, {@code competitor}, {@code region}, {@code language} (each may be repeated), {@code
   * owner}, {@code audience}, {@code limit} (to 100) and {@code offset}.
   */
  @GetMapping
  SearchAnswer search(@RequestParam MultiValueMap<String, String> parameters) {
    var query = new SearchCall(parameters, taxonomy).query();
    var hits = search.search(query);
    return SearchAnswer.of(hits, assets.findAll(hits.ids()), query.offset());
  }

  @GetMapping("/completions")
  List<String> complete(@RequestParam String prefix, @RequestParam(defaultValue = "8") int limit) {
    if (limit < 1 || limit > MOST_COMPLETIONS)
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "limit must be 1 to " + MOST_COMPLETIONS);
    return search.complete(prefix, Set.of(Audience.values()), limit);
  }
}
