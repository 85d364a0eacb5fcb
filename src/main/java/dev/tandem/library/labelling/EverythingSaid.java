package dev.tandem.library.labelling;

import dev.tandem.library.store.LibraryStore;
import dev.tandem.library.store.StoredAsset;
import dev.tandem.taxonomy.Dimension;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * What people said about the labels of the whole library. It is read once for each state of the
 * library, in pages, and only what a fit takes stays in memory; for one thread.
 */
final class EverythingSaid {
  private static final int PAGE = 500;

  /** The newest: what a fit takes grows with them. */
  static final int MOST_EXAMPLES = 600;

  private final LibraryStore store;
  private final Collection<Dimension> dimensions;
  private long readAt = -1;
  private Map<Dimension, Said> read = Map.of();

  EverythingSaid(LibraryStore store, Collection<Dimension> dimensions) {
    this.store = store;
    this.dimensions = dimensions;
  }

  /**
   * What was said in one vocabulary.
   *
   * @param count of the assets on which something was said
   * @param digest the same where the same was said of the same assets
   * @param newest at most {@value #MOST_EXAMPLES}, the newest first
   */
  record Said(int count, String digest, List<SaidLabels> newest) {}

  /**
   * @param revision of the library at least; the same again does not read anything
   */
  Map<Dimension, Said> at(long revision) {
    if (revision == readAt) return read;
    var reading = new EnumMap<Dimension, Reading>(Dimension.class);
    for (var dimension : dimensions) reading.put(dimension, new Reading());
    @Nullable StoredAsset last = null;
    List<StoredAsset> page;
    do { // always by id, so that the digest does not depend on the order of changes
      page = store.after(last == null ? null : last.asset().id(), PAGE);
      for (var stored : page) {
        last = stored;
        reading.forEach((dimension, to) -> SaidLabels.of(stored, dimension).ifPresent(to::add));
      }
    } while (page.size() == PAGE);
    var said = new EnumMap<Dimension, Said>(Dimension.class);
    reading.forEach((dimension, to) -> said.put(dimension, to.said()));
    read = said;
    readAt = revision;
    return read;
  }

  private static final class Reading {
    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private final PriorityQueue<SaidLabels> newest =
        new PriorityQueue<>(Comparator.comparingLong(SaidLabels::revision));
    private int count;

    void add(SaidLabels said) {
      count++;
      digest.update((said.words() + '\n').getBytes(StandardCharsets.UTF_8));
      newest.add(said);
      if (newest.size() > MOST_EXAMPLES) newest.poll();
    }

    Said said() {
      return new Said(
          count,
          HexFormat.of().formatHex(digest.digest()),
          newest.stream()
              .sorted(Comparator.comparingLong(SaidLabels::revision).reversed())
              .toList());
    }
  }
}
