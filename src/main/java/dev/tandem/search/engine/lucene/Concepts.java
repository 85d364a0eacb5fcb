package dev.tandem.search.engine.lucene;

import dev.tandem.search.engine.lucene.Concept.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The asker's words, understood.
 *
 * @param didYouMean the text with unknown words spelled as the library knows them, or null
 * @param spelledOut the text, followed by what its abbreviations stand for
 */
record Concepts(List<Concept> list, @Nullable String didYouMean, String spelledOut) {
  /** Longer texts are cut: nobody types more, and pasted mails only cost time. */
  private static final int LONGEST_TEXT = 500;

  private static final int MOST_CONCEPTS = 24;
  private static final double SYNONYM = 0.8;
  private static final double CORRECTION = 0.7;
  private static final double PART = 0.6;
  private static final double CONTINUATION = 0.5;

  /** A short word, or one with a digit, is an abbreviation of a name this many times as long. */
  private static final int SHORT_WORD = 4, TIMES_AS_LONG = 2;

  static Concepts of(String text, Vocabulary vocabulary, WordLists lists, Spelling spelling)
      throws IOException {
    return new Reader(text, vocabulary, lists, spelling).read();
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  private record Word(String typed, List<String> parts, boolean stop) {}

  private static final class Reader {
    private final boolean lastIsOpen;
    private final Vocabulary vocabulary;
    private final WordLists lists;
    private final Spelling spelling;
    private final List<Word> words;
    private final String text;
    private final Map<String, String> corrections = new HashMap<>();
    private final Set<String> longNames = new LinkedHashSet<>();

    Reader(String text, Vocabulary vocabulary, WordLists lists, Spelling spelling) {
      this.spelling = spelling;
      var cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
      this.text = cut;
      this.lastIsOpen =
          !cut.isEmpty() && Character.isLetterOrDigit(cut.codePointBefore(cut.length()));
      this.vocabulary = vocabulary;
      this.lists = lists;
      this.words = words(cut);
    }

    Concepts read() throws IOException {
      var concepts = new ArrayList<Concept>();
      for (int i = 0; i < words.size() && concepts.size() < MOST_CONCEPTS; ) {
        int taken = longestSynonymAt(i);
        // stop words count inside a name only, as in "proof of concept"
        if (taken < 2 && words.get(i).stop) taken = 1;
        else concepts.add(taken > 0 ? synonyms(i, taken) : single(i));
        i += Math.max(1, taken);
      }
      return new Concepts(concepts, didYouMean(), spelledOut());
    }

    private String spelledOut() {
      return Stream.concat(Stream.of(text.strip()), longNames.stream())
          .collect(Collectors.joining(" "));
    }

    private @Nullable String didYouMean() {
      if (corrections.isEmpty()) return null;
      return Stream.of(text.strip().split("\\s+"))
          .map(typed -> corrections.getOrDefault(typed, typed))
          .collect(Collectors.joining(" "));
    }

    private List<Word> words(String text) {
      boolean allUpper = text.equals(text.toUpperCase(Locale.ROOT));
      var all = new ArrayList<Word>();
      for (var chunk : text.strip().split("\\s+")) {
        var parts = Languages.words(chunk);
        if (!parts.isEmpty()) all.add(new Word(chunk, parts, isStopWord(chunk, parts, allUpper)));
      }
      if (!all.stream().allMatch(Word::stop)) return all;
      return all.stream().map(word -> new Word(word.typed, word.parts, false)).toList();
    }

    private boolean isStopWord(String typed, List<String> parts, boolean allUpper) {
      // "IT director": an abbreviation, not the pronoun
      boolean abbreviation =
          !allUpper && typed.length() > 1 && typed.equals(typed.toUpperCase(Locale.ROOT));
      return !abbreviation
          && parts.size() == 1
          && lists.isStopWord(parts.getFirst(), vocabulary.languages());
    }

    private int longestSynonymAt(int start) {
      for (int count = Math.min(lists.longestSynonym(), words.size() - start); count > 0; count--)
        if (!lists.synonyms(parts(words.subList(start, start + count))).isEmpty()) return count;
      return 0;
    }

    private Concept synonyms(int position, int count) throws IOException {
      var typed = words.subList(position, position + count);
      var parts = parts(typed);
      var readings = new ArrayList<Reading>();
      var telling = typed.stream().filter(word -> !word.stop).toList();
      readings.add(reading(parts(telling.isEmpty() ? typed : telling), 1));
      joined(parts).ifPresent(readings::add);
      for (var other : lists.synonyms(parts)) {
        readings.add(reading(telling(other), SYNONYM));
      }
      if (count == 1) spellOut(parts);
      if (typed.size() == 1) correctIfUnknown(typed.getFirst(), readings);
      return new Concept(String.join(" ", parts), readings);
    }

    private void spellOut(List<String> parts) {
      var word = String.join("", parts);
      if (word.length() > SHORT_WORD && word.chars().noneMatch(Character::isDigit)) return;
      lists.synonyms(parts).stream()
          .map(name -> String.join(" ", name))
          .filter(name -> name.length() >= TIMES_AS_LONG * word.length())
          .findFirst()
          .ifPresent(longNames::add);
    }

    private List<String> telling(List<String> parts) {
      var telling =
          parts.stream().filter(part -> !lists.isStopWord(part, vocabulary.languages())).toList();
      // "it director" without its first word would be any director
      return telling.size() < 2 ? parts : telling;
    }

    private Concept single(int position) throws IOException {
      var word = words.get(position);
      var readings = new ArrayList<Reading>();
      readings.add(reading(word.parts, 1));
      if (word.parts.size() > 1) joined(word.parts).ifPresent(readings::add);
      else neighbours(position, readings);
      var longer =
          isLast(position)
              ? vocabulary.continuations(word.parts.getLast())
              : Map.<String, Integer>of();
      boolean compound = word.parts.size() == 1 && divide(word.parts.getFirst(), readings);
      if (longer.isEmpty() && !compound) correctIfUnknown(word, readings);
      return new Concept(
          String.join(" ", word.parts), readings, continued(word.parts.getLast(), longer));
    }

    /** "e book" is "ebook" too, and "data sheet" "datasheet". */
    private void neighbours(int position, List<Reading> readings) throws IOException {
      var word = words.get(position).parts.getFirst();
      if (position + 1 < words.size() && words.get(position + 1).parts.size() == 1)
        addIfKnown(word + words.get(position + 1).parts.getFirst(), readings);
      if (position > 0 && words.get(position - 1).parts.size() == 1)
        addIfKnown(words.get(position - 1).parts.getFirst() + word, readings);
    }

    /**
     * "Schichtplanung" is also said as "Planung der Schichten".
     *
     * @return whether the library knows its parts
     */
    private boolean divide(String word, List<Reading> readings) throws IOException {
      var parts = Compounds.parts(word, vocabulary);
      if (parts.isEmpty()) return false;
      readings.add(reading(parts, PART));
      return true;
    }

    private void addIfKnown(String word, List<Reading> readings) throws IOException {
      var reading = reading(List.of(word), SYNONYM);
      if (knows(reading)) readings.add(reading);
    }

    /** What a word may become when it is typed on, where that is usual. */
    private @Nullable Reading continued(String start, Map<String, Integer> longer)
        throws IOException {
      int uses = longer.values().stream().mapToInt(Integer::intValue).sum();
      // a word that is more usual than its continuations is taken for finished
      if (longer.isEmpty() || vocabulary.documents(vocabulary.stems(start)) > uses) return null;
      Set<String> stems = new LinkedHashSet<>();
      longer.keySet().forEach(word -> stems.addAll(vocabulary.stems(word)));
      return new Reading(List.of(stems), CONTINUATION);
    }

    private void correctIfUnknown(Word word, List<Reading> readings) throws IOException {
      if (word.parts.size() > 1) return;
      for (var reading : readings) if (knows(reading)) return;
      var better = spelling.corrected(word.parts.getFirst());
      if (better.isEmpty()) return;
      readings.add(reading(better, CORRECTION));
      corrections.put(word.typed, String.join(" ", better));
    }

    private boolean isLast(int position) {
      return lastIsOpen && position == words.size() - 1;
    }

    private boolean knows(Reading reading) throws IOException {
      for (var stems : reading.words()) if (!vocabulary.knows(stems)) return false;
      return true;
    }

    private Optional<Reading> joined(List<String> parts) {
      if (parts.size() < 2) return Optional.empty();
      return Optional.of(reading(List.of(String.join("", parts)), 1));
    }

    private Reading reading(List<String> parts, double weight) {
      return new Reading(parts.stream().map(vocabulary::stems).toList(), weight);
    }

    private static List<String> parts(List<Word> words) {
      return words.stream().flatMap(word -> word.parts.stream()).toList();
    }
  }
}
