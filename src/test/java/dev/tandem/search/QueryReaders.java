package dev.tandem.search;

import dev.tandem.taxonomy.Taxonomy;

/** Readers of queries for tests outside this package. */
public final class QueryReaders {
  public static QueryReader of(AssetSearch search, Taxonomy taxonomy) {
    return new QueryReader(new KnownValues(search, taxonomy));
  }

  private QueryReaders() {}
}
