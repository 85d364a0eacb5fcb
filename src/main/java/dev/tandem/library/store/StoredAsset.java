package dev.tandem.library.store;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetField;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An asset with what only the library itself needs to know of it.
 *
 * @param decided fields that a person set; an import leaves them alone
 * @param refused inferred values that a person took away, as {@link #refusal} spells them
 * @param givenDigest of what was given with the file, to recognise that it changed
 * @param textDigest of the normalised text, to recognise duplicates; null when there is hardly any
 */
public record StoredAsset(
    Asset asset,
    Set<AssetField> decided,
    Set<String> refused,
    @Nullable String givenDigest,
    @Nullable String textDigest) {
  public StoredAsset {
    decided = Set.copyOf(decided);
    refused = Set.copyOf(refused);
  }

  /** How a refused value is remembered. */
  public static String refusal(AssetField field, String key) {
    return field.id() + ":" + key;
  }
}
