package dev.tandem.benchmark;

import dev.tandem.library.Asset;
import dev.tandem.library.Label;
import dev.tandem.library.manifest.GivenValues;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was inferred about one asset beside what is true; what nobody labelled is left out. */
record JudgedLabels(GivenValues truth, Asset inferred, Map<Dimension, Set<Term>> trueTerms) {

  static JudgedLabels of(GivenValues truth, Asset inferred, Taxonomy taxonomy) {
    var terms = new EnumMap<Dimension, Set<Term>>(Dimension.class);
    truth
        .terms()
        .forEach(
            (dimension, names) -> {
              var set = new HashSet<Term>();
              for (var name : names)
                set.add(
                    taxonomy.resolve(dimension, name).orElseGet(() -> new Term(dimension, name)));
              terms.put(dimension, set);
            });
    return new JudgedLabels(truth, inferred, terms);
  }

  /** How many values of one set-valued label were right, out of how many said and true. */
  record Hits(int right, int said, int wanted) {}

  Hits terms(Dimension dimension) {
    var said = new HashSet<>(inferred.terms(dimension).stream().map(Label::value).toList());
    return hits(said, trueTerms.getOrDefault(dimension, Set.of()));
  }

  Hits stages() {
    return hits(
        new HashSet<>(inferred.stages().stream().map(Label::value).toList()),
        new HashSet<>(truth.stages()));
  }

  private static <T> Hits hits(Set<T> said, Set<T> wanted) {
    var right = new ArrayList<>(said);
    right.retainAll(wanted);
    return new Hits(right.size(), said.size(), wanted.size());
  }

  /** Micro-averaged precision, recall and their harmonic mean, in this order. */
  static double[] micro(List<Hits> all) {
    double right = all.stream().mapToInt(Hits::right).sum();
    double precision = right / Math.max(1, all.stream().mapToInt(Hits::said).sum());
    double recall = right / Math.max(1, all.stream().mapToInt(Hits::wanted).sum());
    double f1 = right == 0 ? 0 : 2 * precision * recall / (precision + recall);
    return new double[] {precision, recall, f1};
  }
}
