package dev.tandem.library;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All assets: reading, and following their changes. */
public interface Assets {

  Optional<Asset> find(AssetId id);

  /** Those of the ids that exist, in one query. */
  Map<AssetId, Asset> findAll(Collection<AssetId> ids);

  /** Every asset, by title. Meant for exports and reports, not for a page of a list. */
  List<Asset> all();

  /** The pages of the version in force; empty for a link without text. */
  Optional<AssetText> text(AssetId id);

  /**
   * At most {@code limit} assets changed after {@code revision}, oldest change first, removed ones
   * included: what a copy needs to catch up. An asset that changed twice comes once.
   */
  List<AssetChange> changedAfter(long revision, int limit);

  /**
   * Under which id an asset counts: its own, or, where it was merged as a near copy, that of the
   * asset that was kept. Answers for ids that do not exist, too.
   */
  default AssetId keptFor(AssetId id) {
    return merged().getOrDefault(id, id);
  }

  /** All copies whose merge holds, each with the asset that was kept in the end; mostly few. */
  default Map<AssetId, AssetId> merged() {
    return Map.of();
  }

  /** The revision of the newest change; 0 when nothing was ever added. */
  long latestRevision();
}
