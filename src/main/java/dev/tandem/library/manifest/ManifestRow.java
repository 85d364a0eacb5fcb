package dev.tandem.library.manifest;

import dev.tandem.library.AssetId;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest says about one asset.
 *
 * @param number as a spreadsheet counts: 2 is the first after the header
 * @param path of the file inside the imported folder, with slashes; null for a pure link, which
 *     then has an url
 */
public record ManifestRow(
    int number, @Nullable AssetId id, @Nullable String path, GivenValues values) {}
