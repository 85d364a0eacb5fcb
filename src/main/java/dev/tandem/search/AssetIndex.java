package dev.tandem.search;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetText;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The seam for search engines: what an engine must do beside answering. One writer, many readers.
 */
public interface AssetIndex extends AssetSearch {

  /** Adds or replaces an asset; visible after the next refresh. */
  void put(Asset asset, @Nullable AssetText text);

  void remove(AssetId id);

  /** Makes what was put or removed visible; a distributed engine may lag behind its writes. */
  void refresh();

  /** Makes everything up to {@code revision} durable, and remembers it for {@link IndexStatus}. */
  void commit(long revision);

  /** Builds a new index beside the present one, then swaps; the present one answers meanwhile. */
  void rebuild(Stream<Entry> assets, long revision);

  IndexStatus status();

  record Entry(Asset asset, @Nullable AssetText text) {}

  /**
   * @param assets how many it holds
   * @param revision up to where it follows the library; −1 when it must be rebuilt
   * @param bytes size on disk
   */
  record IndexStatus(long assets, long revision, long bytes) {}
}
