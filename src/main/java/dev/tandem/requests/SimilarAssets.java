package dev.tandem.requests;

import dev.tandem.library.Asset;
import dev.tandem.library.Assets;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.HybridSearch;
import dev.tandem.taxonomy.ContentType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the library has that is near to a wish: "would this do?" */
@Component
public class SimilarAssets {
  private static final int LONGEST = 500;

  private final HybridSearch search;
  private final Assets assets;

  SimilarAssets(HybridSearch search, Assets assets) {
    this.search = search;
    this.assets = assets;
  }

  /** Recommendable ones, best first: those of the wanted type before all others. */
  public List<Asset> to(String need, @Nullable ContentType kind, int limit) {
    var words = need.strip();
    if (words.isEmpty()) return List.of();
    var query =
        AssetQuery.of(words.length() > LONGEST ? words.substring(0, LONGEST) : words)
            .withoutSnippets()
            .withWindow(0, limit);
    var ids = new LinkedHashSet<dev.tandem.library.AssetId>();
    if (kind != null) ids.addAll(search.search(query.withFilters(only(kind))).ids());
    if (ids.size() < limit) ids.addAll(search.search(query).ids());
    var found = assets.findAll(ids);
    var list = new ArrayList<>(ids.stream().map(found::get).filter(Objects::nonNull).toList());
    return List.copyOf(list.subList(0, Math.min(limit, list.size())));
  }

  private static Filters only(ContentType kind) {
    return new Filters(Set.of(), Set.of(kind), Set.of(), Set.of(), null);
  }
}
