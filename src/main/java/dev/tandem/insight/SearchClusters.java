package dev.tandem.insight;

import dev.tandem.insight.GapTables.Asked;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts searches together that want the same in other words. */
final class SearchClusters {
  private static final int SHORTEST_WORD = 3;
  private static final int STEM = 5;
  private static final double ALIKE = 0.5;

  /** Searches for the same; the most frequent words first. */
  record Cluster(List<Asked> searches) {
    long times() {
      return searches.stream().mapToLong(Asked::times).sum();
    }

    long failed() {
      return searches.stream().mapToLong(Asked::failed).sum();
    }

    long most() {
      return searches.stream().mapToLong(Asked::most).max().orElse(0);
    }

    Set<String> reps() {
      var reps = new HashSet<String>();
      for (var search : searches) reps.addAll(search.reps());
      return reps;
    }

    Set<String> deals() {
      var deals = new LinkedHashSet<String>();
      for (var search : searches) deals.addAll(search.deals());
      return deals;
    }
  }

  private SearchClusters() {}

  /**
   * @param asked most failures first: each joins the first cluster whose first search shares at
   *     least half of the words
   */
  static List<Cluster> of(List<Asked> asked) {
    var words = new ArrayList<Set<String>>();
    var clusters = new ArrayList<List<Asked>>();
    for (var search : asked) {
      var own = words(search.query());
      int home = -1;
      for (int i = 0; i < words.size() && home < 0; i++)
        if (overlap(words.get(i), own) >= ALIKE) home = i;
      if (home < 0) {
        words.add(own);
        clusters.add(new ArrayList<>());
        home = clusters.size() - 1;
      }
      clusters.get(home).add(search);
    }
    return clusters.stream().map(Cluster::new).toList();
  }

  /** The beginnings of the words, so that "pricing" and "prices" are alike. */
  static Set<String> words(String text) {
    var words = new LinkedHashSet<String>();
    Arrays.stream(Term.normalize(text).split(" ", -1))
        .filter(word -> word.length() >= SHORTEST_WORD)
        .forEach(word -> words.add(word.length() > STEM ? word.substring(0, STEM) : word));
    if (words.isEmpty()) words.add(Term.normalize(text));
    return words;
  }

  private static double overlap(Set<String> one, Set<String> other) {
    long both = one.stream().filter(other::contains).count();
    return (double) both / (one.size() + other.size() - both);
  }
}
