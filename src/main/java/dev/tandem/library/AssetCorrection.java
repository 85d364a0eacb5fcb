package dev.tandem.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody changed about an asset, in words. */
public record AssetCorrection(
    Instant at,
    @Nullable String by,
    AssetField field,
    @Nullable String before,
    @Nullable String after) {}
