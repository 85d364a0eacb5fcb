package dev.tandem.search.engine.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Divides compound words into two that the library knows, as German and Dutch join them and as
 * hurried people join them in any language. The library itself is the dictionary: it has the words
 * of its trade, which no list would have.
 */
final class Compounds {
  private static final int SHORTEST_PART = 4;

  /** "Handover" is a word of its own, and no matter of hands. */
  private static final int SHORTEST_PART_OF_KNOWN = 5;

  /** Stand between the parts and mean nothing; none first. */
  private static final List<String> LINKS = List.of("", "s", "es", "n", "en", "er", "e");

  /** Languages that join words as a rule; elsewhere only a word that nobody knows is divided. */
  private static final Set<String> COMPOUNDING = Set.of("de", "nl", "da", "sv", "nb", "no", "fi");

  /** Two parts, or none: the division whose rarer part is most frequent. */
  static List<String> parts(String word, Vocabulary vocabulary) throws IOException {
    if (word.length() < 2 * SHORTEST_PART || !word.codePoints().allMatch(Character::isLetter))
      return List.of();
    boolean known = vocabulary.knows(vocabulary.stems(word));
    if (known && vocabulary.languages().stream().noneMatch(COMPOUNDING::contains)) return List.of();
    int shortest = known ? SHORTEST_PART_OF_KNOWN : SHORTEST_PART;
    List<String> best = List.of();
    int most = 0;
    for (int cut = shortest; cut <= word.length() - shortest; cut++) {
      var end = word.substring(cut);
      // as it is spelled: by their stems words are found in anything
      int ofEnd = vocabulary.frequency(end);
      if (ofEnd <= most) continue;
      for (var link : LINKS) {
        int length = cut - link.length();
        if (length < shortest || !word.startsWith(link, length)) continue;
        var start = word.substring(0, length);
        int both = Math.min(ofEnd, vocabulary.documents(vocabulary.stems(start)));
        if (both <= most) continue;
        most = both;
        best = List.of(start, end);
      }
    }
    return best;
  }

  private Compounds() {}
}
