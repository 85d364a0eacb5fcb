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

  /** The revision of the newest change; 0 when nothing was ever added. */
  long latestRevision();
}
