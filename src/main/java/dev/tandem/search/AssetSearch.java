package dev.tandem.search;

import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.Audience;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds assets; safe for use by many threads. */
public interface AssetSearch {

  AssetHits search(AssetQuery query);

  /**
   * At most {@code limit} assets that are nearest to the query's meaning, nearest first. Its
   * filters hold; its text and clues do not matter. None without a meaning, or where nothing is
   * encoded.
   */
  default List<Neighbour> nearest(AssetQuery query, int limit) {
    return List.of();
  }

  /**
   * The passages of some assets that match a query's text, or its clues where there is no text,
   * best first, at most three an asset. Where no word matches it is the passage nearest to the
   * query's meaning; assets without either are left out. For the few that are shown of the many
   * that {@link AssetQuery#withoutSnippets} brought.
   */
  Map<AssetId, List<AssetHits.Passage>> passages(AssetQuery query, Collection<AssetId> assets);

  /**
   * At most {@code limit} completions of what was typed so far, best first: titles and terms of
   * recommendable assets that these audiences may see.
   */
  List<String> complete(String prefix, Set<Audience> audiences, int limit);

  /**
   * The query's text as an encoder should read it, which knows few of a trade's abbreviations: with
   * what the synonyms say they stand for.
   */
  default String spelledOut(AssetQuery query) {
    return query.text();
  }

  /**
   * Names what people changed about how questions are read, such as their synonyms; empty where
   * nothing is changed.
   */
  default String wording() {
    return "";
  }

  /** The same for an asker who may see everything. */
  default List<String> complete(String prefix, int limit) {
    return complete(prefix, Set.of(Audience.values()), limit);
  }
}
