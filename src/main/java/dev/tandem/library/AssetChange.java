package dev.tandem.library;

import org.jspecify.annotations.Nullable;

/**
 * A step for whoever keeps a copy of the library.
 *
 * @param asset its state now, or null when it was deleted
 */
public record AssetChange(long revision, AssetId id, @Nullable Asset asset) {}
