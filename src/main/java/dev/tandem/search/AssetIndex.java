package dev.tandem.search;

import dev.tandem.encoder.Embedding;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The seam for search engines: what an engine must do beside answering. One writer, many readers.
 */
public interface AssetIndex extends AssetSearch {

  /** Adds or replaces an asset; visible after the next refresh. */
  void put(Entry entry);

  /** The same without meaning, and with none to come. */
  default void put(Asset asset, @Nullable AssetText text) {
    put(Entry.of(asset, text));
  }

  void remove(AssetId id);

  /** Makes what was put or removed visible; a distributed engine may lag behind its writes. */
  void refresh();

  /** Makes everything up to {@code revision} durable, and remembers it for {@link IndexStatus}. */
  void commit(long revision);

  /** Builds a new index beside the present one, then swaps; the present one answers meanwhile. */
  void rebuild(Stream<Entry> assets, long revision);

  /**
   * Brings together what changes have scattered, so that questions look in fewer places; to be
   * called now and then while nothing changes. Returns at once and goes on in the background; what
   * was begun by one call is made durable by a later one.
   */
  default void compact() {}

  IndexStatus status();

  /** At most {@code limit} assets that were put without being encoded by this model. */
  List<AssetId> notEncoded(String model, int limit);

  /** How many these are in all. */
  int countNotEncoded(String model);

  /**
   * @param passages of the text, in order
   * @param about the meaning of title and description, or null
   * @param encodedBy the model that has encoded all of it, or null while something is missing,
   *     which makes answers degraded
   */
  record Entry(
      Asset asset,
      @Nullable AssetText text,
      List<TextPassage> passages,
      @Nullable Embedding about,
      @Nullable String encodedBy) {
    public Entry {
      passages = List.copyOf(passages);
    }

    private static final String NO_MODEL = "none";

    /** Without meaning, and with none to come. */
    public static Entry of(Asset asset, @Nullable AssetText text) {
      return new Entry(asset, text, Passages.of(text), null, NO_MODEL);
    }
  }

  /**
   * @param assets how many it holds
   * @param revision up to where it follows the library; −1 when it must be rebuilt
   * @param bytes size on disk
   */
  record IndexStatus(long assets, long revision, long bytes) {}

  /**
   * Names that stand for each other in queries from now on, beside those that ship; they take the
   * place of those given before.
   */
  default void useSynonyms(List<List<String>> groups) {}
}
