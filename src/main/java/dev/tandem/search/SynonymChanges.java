package dev.tandem.search;

import dev.tandem.taxonomy.Term;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;

/**
 * What people changed about the synonyms that lie in the index folder.
 *
 * @param added groups of names that find each other, separated by commas: "roi, payback"
 * @param removed groups whose names no longer find each other
 */
public record SynonymChanges(List<String> added, List<String> removed) {
  public static final SynonymChanges NONE = new SynonymChanges(List.of(), List.of());

  private static final int MOST_GROUPS = 200;
  private static final int MOST_NAMES = 12;
  private static final int LONGEST_NAME = 60;

  /** Spelling is evened out; a group that is said twice counts once. */
  public SynonymChanges {
    added = tidy(added);
    removed = tidy(removed);
  }

  /**
   * A group a line; empty lines are left out.
   *
   * @throws IllegalArgumentException in words for people, with the line that is not understood
   */
  public static SynonymChanges parse(String added, String removed) {
    return new SynonymChanges(lines(added), lines(removed));
  }

  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty();
  }

  /** Names what is changed, such as {@code +syn-1a2b3c4d}; the same changes have the same name. */
  public String mark() {
    if (isEmpty()) return "";
    var words = new TreeSet<String>();
    added.forEach(group -> words.add("+" + group));
    removed.forEach(group -> words.add("-" + group));
    return "+syn-%08x".formatted(words.hashCode());
  }

  /** The names of one group. */
  public static List<String> names(String group) {
    return List.of(group.split(", "));
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static List<String> tidy(List<String> groups) {
    if (groups.size() > MOST_GROUPS)
      throw new IllegalArgumentException("more than " + MOST_GROUPS + " groups of synonyms");
    return groups.stream().map(SynonymChanges::tidy).distinct().toList();
  }

  private static String tidy(String group) {
    var names = new LinkedHashSet<String>();
    for (var name : group.split(",", -1)) {
      var clean = Term.normalize(name);
      if (clean.length() > LONGEST_NAME)
        throw new IllegalArgumentException(
            "a synonym has at most " + LONGEST_NAME + " characters: “" + clean + "”");
      if (!clean.isEmpty()) names.add(clean);
    }
    if (names.size() < 2)
      throw new IllegalArgumentException(
          "“" + group + "” is one name; write at least two, separated by commas");
    if (names.size() > MOST_NAMES)
      throw new IllegalArgumentException("“" + group + "” has more than " + MOST_NAMES + " names");
    return String.join(", ", names);
  }
}
