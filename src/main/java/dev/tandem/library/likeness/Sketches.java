package dev.tandem.library.likeness;

import dev.tandem.library.AssetId;
import java.util.Collection;
import java.util.Map;

/** Sketches on disk. */
interface Sketches {

  /** Those that are kept, with the version they are of. */
  Map<AssetId, Kept> find(Collection<AssetId> ids);

  /** Nothing is kept for an asset that was deleted meanwhile. */
  void keep(AssetId id, Kept sketch);

  record Kept(int version, TextSketch sketch) {}
}
