package dev.tandem.search;

import dev.tandem.library.AssetId;

/**
 * An asset that is near in meaning.
 *
 * @param cosine of its best passage with what was asked, in [-1, 1]
 */
public record Neighbour(AssetId asset, double cosine) {}
