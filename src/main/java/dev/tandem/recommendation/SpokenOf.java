package dev.tandem.recommendation;

import dev.tandem.search.AssetQuery;
import dev.tandem.search.HybridSearch;
import dev.tandem.search.QueryReader;
import dev.tandem.taxonomy.Audience;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Whether the library speaks of what a rep typed beside a deal. Where it does not, the slate is
 * what fits the deal alone, and whoever shows it has to say so.
 */
@Component
public class SpokenOf {
  private final QueryReader reader;
  private final HybridSearch search;

  SpokenOf(QueryReader reader, HybridSearch search) {
    this.reader = reader;
    this.search = search;
  }

  /** False where words were typed and no asset has to do with them. */
  public boolean anything(String words, Set<Audience> audiences) {
    if (words.isBlank()) return true;
    var query =
        reader
            .read(words, audiences)
            .applyTo(AssetQuery.of("").withAudiences(audiences))
            .withoutSnippets()
            .withWindow(0, 0);
    return search.search(query).total() > 0;
  }
}
