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
 * Synonyms and stop words. Only queries are changed by them, so an edit of the files needs a
 * restart, not a new index, and the company's own synonyms hold at once.
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

  private final List<List<String>> shipped = new ArrayList<>();
  private final Set<String> stopWords = new HashSet<>();
  private volatile Synonyms synonyms;

  /**
   * @param longest how many words the longest name has
   */
  private record Synonyms(Map<List<String>, Set<List<String>>> others, int longest) {
    static Synonyms of(List<List<String>> groups) {
      return new Synonyms(Map.of(), 0).and(groups);
    }

    Synonyms with(SynonymChanges changes) {
      var changed = and(changes.added().stream().map(SynonymChanges::names).toList());
      for (var group : changes.removed()) {
        var names = SynonymChanges.names(group).stream().map(Languages::words).toList();
        for (var name : names) {
          var rest = changed.others.get(name);
          if (rest != null) rest.removeAll(names);
        }
      }
      return changed;
    }

    private Synonyms and(List<List<String>> groups) {
      var all = new HashMap<List<String>, Set<List<String>>>();
      others.forEach((name, rest) -> all.put(name, new LinkedHashSet<>(rest)));
      int most = longest;
      for (var names : groups) {
        var group = new LinkedHashSet<List<String>>();
        for (var name : names) {
          var words = Languages.words(name);
          if (!words.isEmpty()) group.add(words);
        }
        for (var name : group) {
          most = Math.max(most, name.size());
          var rest = all.computeIfAbsent(name, key -> new LinkedHashSet<>());
          group.stream().filter(other -> !other.equals(name)).forEach(rest::add);
        }
      }
      return new Synonyms(all, most);
    }
  }

  /** The same with people's changes; few of them are alive at a time. */
  private final Map<SynonymChanges, WordLists> changed = new ConcurrentHashMap<>();

  private static final int MOST_CHANGED = 8;

  /**
   * @param folder where a synonyms.txt or stopwords.txt takes the place of the one that ships
   */
  WordLists(Path folder) throws IOException {
    for (var line : lines(folder, "stopwords.txt")) stopWords.addAll(Languages.words(line));
    for (var line : lines(folder, "synonyms.txt")) shipped.add(List.of(line.split(",")));
    synonyms = Synonyms.of(shipped);
  }

  /**
   * The company's own groups of names, beside those of the file; they take the place of earlier.
   */
  void addOwn(List<List<String>> groups) {
    var all = new ArrayList<>(shipped);
    all.addAll(groups);
    synonyms = Synonyms.of(all);
    changed.clear();
  }

  private WordLists(WordLists before, SynonymChanges changes) {
    stopWords.addAll(before.stopWords);
    synonyms = before.synonyms.with(changes);
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
    return synonyms.longest();
  }

  /** What else stands for these words; empty where nothing does. */
  Set<List<String>> synonyms(List<String> words) {
    return synonyms.others().getOrDefault(words, Set.of());
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
