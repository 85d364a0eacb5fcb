package dev.tandem.taxonomy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a word.
 *
 * @param definition empty where the word is not used any more
 */
record Wording(
    String term, String definition, List<String> synonyms, @Nullable JourneyStage stage) {
  private static final int NAME = 120, DEFINITION = 2_000, SYNONYMS = 20;

  /**
   * As somebody typed it, without the blanks around.
   *
   * @throws IllegalArgumentException as {@link Glossary#define} says
   */
  static Wording of(
      String term, String definition, List<String> synonyms, @Nullable JourneyStage stage) {
    var name = term.strip();
    var meaning = definition.strip();
    var others =
        synonyms.stream().map(String::strip).filter(one -> !one.isEmpty()).distinct().toList();
    if (name.length() > NAME || Term.normalize(name).isEmpty())
      throw new IllegalArgumentException("a word has 1 to 120 characters, with a letter or digit");
    if (meaning.isEmpty() || meaning.length() > DEFINITION)
      throw new IllegalArgumentException("a definition has 1 to 2,000 characters");
    if (others.size() > SYNONYMS || others.stream().anyMatch(one -> one.length() > NAME))
      throw new IllegalArgumentException("at most 20 synonyms of at most 120 characters");
    return new Wording(name, meaning, others, stage);
  }

  static Wording unused(String term) {
    return new Wording(term, "", List.of(), null);
  }

  boolean isThatOf(Glossary.Entry entry) {
    return entry.definition().equals(definition)
        && entry.synonyms().equals(synonyms)
        && entry.stage() == stage;
  }
}
