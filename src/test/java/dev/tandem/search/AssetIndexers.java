package dev.tandem.search;

import dev.tandem.library.Assets;

/** Makes indexers for tests of other packages. */
public final class AssetIndexers {
  public static AssetIndexer following(Assets assets, AssetIndex index) {
    return new AssetIndexer(assets, index);
  }

  private AssetIndexers() {}
}
