package dev.tandem.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Near copies that were made one. The copy is archived and its id becomes another name of the kept
 * asset: links to it lead there, and whoever counts, counts for the kept one ({@link
 * Assets#keptFor}). Nothing is rewritten or deleted, so a merge can be ended at any time.
 */
public interface Merges {

  /**
   * Archives the copy, and gives the kept asset the labels and tags that somebody said about the
   * copy and that the kept one lacks. What was only guessed about the copy is not taken over, nor
   * what was refused of the kept one.
   *
   * @param who sign-in name, or null for the program itself
   */
  MergeOutcome merge(AssetId copy, AssetId into, @Nullable String who);

  /**
   * Likewise, of a copy that nobody changed since it was read.
   *
   * @param revision at which it was read
   * @throws StaleEditException when it is at another one by now; nothing is changed then
   */
  MergeOutcome mergeAt(AssetId copy, long revision, AssetId into, @Nullable String who);

  /**
   * Ends the merge: the copy is what it was, and the kept one loses what it was given by it, unless
   * somebody said it again meanwhile.
   *
   * @return whether there was one
   */
  boolean separate(AssetId copy, @Nullable String who);

  /** The merge that holds for this copy. */
  Optional<Merged> of(AssetId copy);

  /** The merges that hold into this asset, newest first. */
  List<Merged> into(AssetId kept);

  /** All that ever concerned this asset, as copy or as kept one, newest first. */
  List<Merged> history(AssetId asset);

  /** What became of the wish; nothing changed where it was refused. */
  sealed interface MergeOutcome {
    record Done(Merged merged) implements MergeOutcome {}

    /**
     * @param why a sentence for people
     */
    record Refused(String why) implements MergeOutcome {}
  }

  /**
   * @param taken what the kept asset got from the copy, as "field:value"
   * @param ended when it was taken back, or null while it holds
   */
  record Merged(
      AssetId copy,
      AssetId kept,
      Instant at,
      @Nullable String by,
      List<String> taken,
      @Nullable Instant ended,
      @Nullable String endedBy) {
    public Merged {
      taken = List.copyOf(taken);
    }
  }
}
