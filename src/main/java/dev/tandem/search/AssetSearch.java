package dev.tandem.search;

import java.util.List;

/** Finds assets; safe for use by many threads. */
public interface AssetSearch {

  AssetHits search(AssetQuery query);

  /** At most {@code limit} completions of what was typed so far, best first. */
  List<String> complete(String prefix, int limit);
}
