package dev.tandem.search.web;

import dev.tandem.library.AssetId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where to go on in a search: it remembers what was served, by four bytes of each id, so that the
 * next page is right although scores and the library have changed meanwhile.
 *
 * @param search a digest of what is searched for
 * @param served digests of the assets that were served
 */
record SearchCursor(int search, Set<Integer> served) {
  /** As deep as a search goes; 4,000 bytes in the address. */
  private static final int MOST = 1_000;

  SearchCursor {
    served = Set.copyOf(served);
  }

  static SearchCursor start(int search) {
    return new SearchCursor(search, Set.of());
  }

  /** Empty for what is no cursor, or the cursor of another search. */
  static Optional<SearchCursor> read(String text, int search) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() % 4 != 0 || bytes.getInt() != search || bytes.remaining() > 4 * MOST)
        return Optional.empty();
      var served = new HashSet<Integer>();
      while (bytes.hasRemaining()) served.add(bytes.getInt());
      return Optional.of(new SearchCursor(search, served));
    } catch (IllegalArgumentException | BufferUnderflowException noCursor) {
      return Optional.empty();
    }
  }

  String write() {
    var bytes = ByteBuffer.allocate(4 * (served.size() + 1)).putInt(search);
    served.forEach(bytes::putInt);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  boolean wasServed(AssetId asset) {
    return served.contains(digest(asset));
  }

  /** Behind further assets; empty when it can go no deeper. */
  Optional<SearchCursor> behind(Collection<AssetId> further) {
    var all = new HashSet<>(served);
    further.forEach(asset -> all.add(digest(asset)));
    return all.size() >= MOST ? Optional.empty() : Optional.of(new SearchCursor(search, all));
  }

  private static int digest(AssetId asset) {
    int digest = asset.value().hashCode();
    digest = (digest ^ (digest >>> 16)) * 0x7feb352d;
    return digest ^ (digest >>> 15);
  }
}
