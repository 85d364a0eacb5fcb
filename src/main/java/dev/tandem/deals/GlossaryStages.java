package dev.tandem.deals;

import dev.tandem.taxonomy.Glossary;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the company's glossary says about stages of the CRM: "SQL" and its other names. */
final class GlossaryStages {
  /** The longest word first: "qualified out" says more than "qualified". */
  private static final Comparator<String> LONGEST_FIRST =
      Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

  private final Glossary glossary;

  /** What {@link #changed} compares with; null before it was first asked. */
  private @Nullable Map<String, JourneyStage> told;

  GlossaryStages(Glossary glossary) {
    this.glossary = glossary;
  }

  /**
   * @param key a whole name, as the map compares names
   */
  Optional<JourneyStage> named(String key) {
    return entries().stream()
        .filter(entry -> JdbcStageMap.key(entry.salesStage()).equals(key))
        .map(StageMap.Entry::stage)
        .findFirst();
  }

  /** A word of the glossary inside a longer name: "3 - SQL accepted". */
  Optional<JourneyStage> within(String salesStage) {
    var name = " " + Term.normalize(salesStage) + " ";
    return words().entrySet().stream()
        .filter(word -> name.contains(" " + word.getKey() + " "))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** One for each name of a word, by name. */
  List<StageMap.Entry> entries() {
    var entries = new ArrayList<StageMap.Entry>();
    for (var entry : glossary.entries()) {
      var stage = entry.stage();
      if (stage == null) continue;
      Stream.concat(Stream.of(entry.term()), entry.synonyms().stream())
          .map(name -> new StageMap.Entry(null, name, null, stage))
          .forEach(entries::add);
    }
    return entries;
  }

  /** Whether something else is said about stages than when this was last asked. */
  synchronized boolean changed() {
    var now = words();
    boolean changed = !now.equals(told);
    told = now;
    return changed;
  }

  private Map<String, JourneyStage> words() {
    var words = new TreeMap<String, JourneyStage>(LONGEST_FIRST);
    for (var entry : entries())
      words.putIfAbsent(Term.normalize(entry.salesStage()), entry.stage());
    words.remove("");
    return words;
  }
}
