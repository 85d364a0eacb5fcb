package dev.tandem.recommendation;

import dev.tandem.library.Asset;
import dev.tandem.taxonomy.Term;
import java.util.Arrays;
import java.util.Set;

/**
 * By what two versions of one thing are recognised: the words of the title without numbers, years
 * and words such as "final", and the description.
 *
 * @param words sorted hashes
 * @param description hash of the normalized description; 0 when it is too short to tell
 */
record TitleWords(int[] words, int description) {
  private static final double SAME_TITLE = 0.8;
  private static final int TELLING_DESCRIPTION = 60;
  private static final Set<String> VERSION_WORDS =
      Set.of("v", "version", "final", "draft", "copy", "new", "updated", "rev", "kopie", "neu");

  static TitleWords of(Asset asset) {
    var all = Term.normalize(asset.title().value()).split(" ");
    var telling =
        Arrays.stream(all)
            .filter(word -> word.chars().noneMatch(Character::isDigit))
            .filter(word -> !VERSION_WORDS.contains(word))
            .toList();
    var description = Term.normalize(asset.description().value());
    return new TitleWords(
        (telling.isEmpty() ? Arrays.asList(all) : telling)
            .stream().mapToInt(String::hashCode).sorted().distinct().toArray(),
        description.length() < TELLING_DESCRIPTION ? 0 : description.hashCode());
  }

  /** Whether both name one thing: four of five words are the same, or the descriptions are. */
  boolean sameThing(TitleWords other) {
    if (description != 0 && description == other.description) return true;
    int shared = 0;
    for (int i = 0, j = 0; i < words.length && j < other.words.length; ) {
      int order = Integer.compare(words[i], other.words[j]);
      if (order == 0) shared++;
      if (order <= 0) i++;
      if (order >= 0) j++;
    }
    int together = words.length + other.words.length - shared;
    return together > 0 && (double) shared / together >= SAME_TITLE;
  }
}
