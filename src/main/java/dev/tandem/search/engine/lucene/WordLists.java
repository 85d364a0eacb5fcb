package dev.tandem.search.engine.lucene;

import dev.tandem.search.SynonymChanges;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/**
 * Synonyms and stop words. Only queries are changed by them, so an edit needs a restart, not a new
 * index.
 */
final class WordLists {
  private static final Map<String, CharArraySet> STOP_WORDS =
      Map.of(
          "en", english(), // the analyzer's own list is too short for sentences
          "de", GermanAnalyzer.getDefaultStopSet(),
          "fr", FrenchAnalyzer.getDefaultStopSet(),
          "es", SpanishAnalyzer.getDefaultStopSet(),
          "nl", DutchAnalyzer.getDefaultStopSet(),
          "it", ItalianAnalyzer.getDefaultStopSet(),
          "pt", PortugueseAnalyzer.getDefaultStopSet());

  private final Map<List<String>, Set<List<String>>> synonyms = new HashMap<>();
  private final Set<String> stopWords = new HashSet<>();
  private int longestSynonym;

  /** The same with people's changes; few of them are alive at a time. */
  private final Map<SynonymChanges, WordLists> changed = new ConcurrentHashMap<>();

  private static final int MOST_CHANGED = 8;

  /**
   * @param folder where a synonyms.txt or stopwords.txt takes the place of the one that ships
   */
  WordLists(Path folder) throws IOException {
    for (var line : lines(folder, "stopwords.txt")) stopWords.addAll(Languages.words(line));
    for (var line : lines(folder, "synonyms.txt")) addSynonyms(line);
  }

  private WordLists(WordLists shipped, SynonymChanges changes) {
    stopWords.addAll(shipped.stopWords);
    shipped.synonyms.forEach((name, others) -> synonyms.put(name, new LinkedHashSet<>(others)));
    longestSynonym = shipped.longestSynonym;
    changes.added().forEach(this::addSynonyms);
    for (var group : changes.removed()) {
      var names = SynonymChanges.names(group).stream().map(Languages::words).toList();
      for (var name : names) {
        var others = synonyms.get(name);
        if (others != null) others.removeAll(names);
      }
    }
  }

  WordLists with(SynonymChanges changes) {
    if (changes.isEmpty()) return this;
    if (changed.size() >= MOST_CHANGED) changed.clear();
    return changed.computeIfAbsent(changes, each -> new WordLists(this, each));
  }

  boolean isStopWord(String word, List<String> languages) {
    if (stopWords.contains(word)) return true;
    for (var language : languages) {
      var list = STOP_WORDS.get(language);
      if (list != null && list.contains(word)) return true;
    }
    return false;
  }

  /** The little words of a language that has a list of them, in lower case. */
  static CharArraySet littleWords(String language) {
    return STOP_WORDS.getOrDefault(language, CharArraySet.EMPTY_SET);
  }

  /** How many words the longest synonym has. */
  int longestSynonym() {
    return longestSynonym;
  }

  /** What else stands for these words; empty where nothing does. */
  Set<List<String>> synonyms(List<String> words) {
    return synonyms.getOrDefault(words, Set.of());
  }

  private void addSynonyms(String line) {
    var group = new LinkedHashSet<List<String>>();
    for (var name : line.split(",")) {
      var words = Languages.words(name);
      if (!words.isEmpty()) group.add(words);
    }
    for (var name : group) {
      longestSynonym = Math.max(longestSynonym, name.size());
      var others = synonyms.computeIfAbsent(name, key -> new LinkedHashSet<>());
      group.stream().filter(other -> !other.equals(name)).forEach(others::add);
    }
  }

  private static CharArraySet english() {
    try (var in = SnowballFilter.class.getResourceAsStream("english_stop.txt")) {
      if (in == null) throw new IOException("Lucene's English stop words are missing");
      return WordlistLoader.getSnowballWordSet(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path folder, String name) throws IOException {
    var own = folder.resolve(name);
    var lines = new ArrayList<String>();
    try (InputStream in =
        Files.isRegularFile(own)
            ? Files.newInputStream(own)
            : WordLists.class.getResourceAsStream(name)) {
      if (in == null) throw new IOException("the program is incomplete: it lacks " + name);
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .forEach(lines::add);
    }
    return lines;
  }
}
