package dev.tandem.library;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which assets say nearly the same: versions of one thing under other titles, copies for another
 * region, last year's edition. Told by the whole text, not by its title.
 */
public interface NearCopies {

  /**
   * The assets whose text is nearly that of this one, most alike first; at most {@code limit}. None
   * for a text too short to tell, or that was not read yet.
   */
  List<NearCopy> of(AssetId id, int limit);

  /**
   * The near copies among these assets, for each that has any; most alike first. Looks at every
   * asset once and not at every pair, so that it may be asked of a whole library; of pairs at the
   * edge of being near copies it misses about one in two hundred.
   */
  Map<AssetId, List<NearCopy>> among(Set<AssetId> assets);

  /** Whether of these two only one needs to be shown. */
  boolean sayTheSame(AssetId one, AssetId other);

  /** Reads what has changed; the server does so in the background. */
  void catchUp();

  /**
   * @param resemblance which share of the phrases of both texts stands in both, in [0, 1]
   */
  record NearCopy(AssetId asset, double resemblance) {}
}
