package dev.tandem.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One state of an asset's content.
 *
 * @param number counts from 1
 * @param checksum SHA-256 of the file in hex, or null for a pure link
 * @param bytes size of the file, or null for a pure link
 * @param createdBy sign-in name, or null for an import
 */
public record AssetVersion(
    AssetId asset,
    int number,
    @Nullable String checksum,
    @Nullable String fileName,
    @Nullable String mediaType,
    @Nullable Long bytes,
    String title,
    Instant createdAt,
    @Nullable String createdBy) {}
