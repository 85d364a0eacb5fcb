package dev.tandem.insight.upkeep;

import dev.tandem.library.Asset;
import java.util.List;

/**
 * Assets that say nearly the same.
 *
 * @param best in date before out of date, then the newer, then the more used
 * @param others at least one
 */
public record CopyGroup(Asset best, List<Asset> others) {
  public CopyGroup {
    others = List.copyOf(others);
    if (others.isEmpty()) throw new IllegalArgumentException("one asset is no group");
  }
}
