package dev.tandem.library;

import java.util.List;
import java.util.Map;

/** The library page by page, for lists of any length. */
public interface AssetListing {

  List<Asset> page(AssetFilter filter, int offset, int limit);

  int count(AssetFilter filter);

  /** Every owner that an asset names, in order. */
  List<String> owners();

  Overview overview();

  /**
   * How many assets there are.
   *
   * @param byState an entry for every state, 0 where there is none
   * @param toConfirm unarchived assets with a guessed type, stage, term or audience
   */
  record Overview(Map<LifecycleState, Long> byState, long toConfirm) {
    public Overview {
      byState = Map.copyOf(byState);
    }

    public long total() {
      return byState.values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
