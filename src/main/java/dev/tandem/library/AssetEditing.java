package dev.tandem.library;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people do with assets: correct, confirm, publish, archive, delete. */
public interface AssetEditing {

  /**
   * Applies all edits or none, in one step; what changed is remembered in {@link #corrections}.
   *
   * @param who sign-in name, or null for the program itself
   * @return the asset afterwards; empty when there is none of this id
   */
  Optional<Asset> edit(AssetId id, List<AssetEdit> edits, @Nullable String who);

  /**
   * Likewise, of an asset that nobody changed since it was read.
   *
   * @param revision at which it was read
   * @throws StaleEditException when it is at another one by now; nothing is changed then
   */
  Optional<Asset> editAt(AssetId id, long revision, List<AssetEdit> edits, @Nullable String who);

  /**
   * Removes the asset, its versions and the files that no other asset has.
   *
   * @return whether there was one
   */
  boolean delete(AssetId id, @Nullable String who);

  /** Newest first; empty for an unknown id. */
  List<AssetVersion> versions(AssetId id);

  /** Newest first. */
  List<AssetCorrection> corrections(AssetId id);
}
