package dev.tandem.search;

import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Searches that people keep, each with what it had found when they looked last. */
public interface SavedSearches {

  /** By name. */
  List<SavedSearch> of(UserId owner);

  /** Only the owner's own. */
  Optional<SavedSearch> find(UserId owner, long id);

  /**
   * Keeps a search; another of the same name takes the place of the first.
   *
   * @param address the search as the address of its page has it, without the question mark
   * @param found what it finds now, see {@link #MOST_FOUND}
   * @throws IllegalArgumentException for a name without letters or of more than 80 characters, and
   *     when the owner has {@link #MOST} already
   */
  SavedSearch save(UserId owner, String name, String address, Set<AssetId> found);

  /** Notes that the owner has looked and what there was. */
  void visited(UserId owner, long id, Set<AssetId> found);

  void delete(UserId owner, long id);

  int MOST = 30;

  /** What lies behind the newest thousand is not compared. */
  int MOST_FOUND = 1_000;

  /**
   * @param seen what it had found at the last visit
   */
  record SavedSearch(long id, String name, String address, Instant visitedAt, Set<AssetId> seen) {
    public SavedSearch {
      seen = Set.copyOf(seen);
    }

    /** What it finds now and did not then, in the order of {@code found}. */
    public List<AssetId> newOf(List<AssetId> found) {
      return found.stream().filter(asset -> !seen.contains(asset)).toList();
    }
  }
}
