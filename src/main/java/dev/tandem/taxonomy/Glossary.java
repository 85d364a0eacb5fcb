package dev.tandem.taxonomy;

import dev.tandem.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What both teams call things ("qualified lead"), in versions: who changed a word's meaning, when,
 * and what it meant before. Search takes the synonyms, the stage map the words that name a stage,
 * every view shows the definitions.
 */
public interface Glossary {

  /**
   * One version of a word.
   *
   * @param definition what it means, in a sentence or two; empty once it is not used any more
   * @param synonyms other words for it
   * @param version counts from 1
   * @param stage of the buyer's journey, where the word (or a synonym) is what the CRM calls a
   *     stage, else null
   */
  record Entry(
      long id,
      String term,
      String definition,
      List<String> synonyms,
      int version,
      UserId changedBy,
      Instant changedAt,
      @Nullable JourneyStage stage) {
    public Entry {
      synonyms = List.copyOf(synonyms);
    }

    public boolean inUse() {
      return !definition.isEmpty();
    }
  }

  /** The words in use, by name. */
  List<Entry> entries();

  Optional<Entry> find(String term);

  /** All versions of a word, the newest first. */
  List<Entry> history(long id);

  /** Every version that was made in a time, the oldest first; from inclusive, to exclusive. */
  List<Entry> changed(Instant from, Instant to);

  /**
   * Makes the next version of a word, or its first; saying the same again changes nothing.
   *
   * @throws IllegalArgumentException for a term without a letter or over 120 characters, a
   *     definition that is empty or over 2,000, or more than 20 synonyms
   */
  Entry define(
      String term,
      String definition,
      List<String> synonyms,
      @Nullable JourneyStage stage,
      UserId by);

  /** Likewise; the stage stays what it was. */
  default Entry define(String term, String definition, List<String> synonyms, UserId by) {
    var stage = find(term).map(Entry::stage).orElse(null);
    return define(term, definition, synonyms, stage, by);
  }

  /**
   * Likewise, of a word that nobody changed since it was read: of two who change the same version,
   * the second is told.
   *
   * @param version that was read; 0 where the word was not in use
   * @throws StaleWordException when it is at another one by now; nothing is changed then
   */
  Entry defineAt(
      String term,
      int version,
      String definition,
      List<String> synonyms,
      @Nullable JourneyStage stage,
      UserId by);

  /** Takes a word out of use; its versions stay. */
  void retire(long id, UserId by);

  /**
   * Likewise, of a word that nobody changed since it was read.
   *
   * @throws StaleWordException when it is at another version by now; nothing is changed then
   */
  void retireAt(long id, int version, UserId by);
}
