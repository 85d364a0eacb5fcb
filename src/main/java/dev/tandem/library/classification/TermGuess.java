package dev.tandem.library.classification;

import dev.tandem.library.Label;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Terms by their names in the text: how often, and where. */
final class TermGuess {
  private static final double IN_TITLE = 4;
  private static final double IN_HEADING = 2;
  private static final double IN_PATH = 3;
  private static final double LEAST_CONFIDENCE = 0.45;
  private static final double LEAST_SHARE_OF_STRONGEST = 0.3;

  /** Whom a text mentions acts in it as often as he is meant to read it. */
  private static final double ACTORS = 0.5;

  /** Peers convince: a text in which a CFO speaks is for CFOs. */
  private static final double SPEAKING = 1.5;

  private static final Pattern SAYS =
      Pattern.compile(
          "(?i)(\\b(says?|said|explains?|explained|adds?|added|recalls?|sagt|erklärt|berichtet|explique|dice|explica|zegt|vertelt)\\b|[”\"»“] ?[–—-])[^.\\n]*$");

  private static final int MOST_OF_ONE_VOCABULARY = 5;
  private static final int MOST_CHARACTERS = 200_000;

  private final Taxonomy taxonomy;
  private final Cues cues;
  private final TopicGuess topics;
  private volatile @Nullable Dictionary dictionary;

  TermGuess(Taxonomy taxonomy, Cues cues) {
    this.taxonomy = taxonomy;
    this.cues = cues;
    this.topics = new TopicGuess(cues);
  }

  private static final class Evidence {
    private double inBody;
    private double elsewhere;
    private @Nullable String basis;

    /** The tenth mention says less than the second. */
    double weight(Dimension dimension) {
      double mentions = 1.5 * Math.log1p(inBody);
      return elsewhere + (dimension == Dimension.PERSONA ? ACTORS * mentions : mentions);
    }
  }

  List<Label<Term>> of(Content content, Words words) {
    var names = dictionary();
    var found = new HashMap<Term, Evidence>();
    look(names, content.title(), IN_TITLE, found);
    look(names, content.path(), IN_PATH, found);
    for (var heading : content.headings()) look(names, heading, IN_HEADING, found);
    look(names, content.description(), IN_HEADING, found);
    var text = content.text();
    look(
        names,
        text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text,
        0,
        found);
    var labels = new ArrayList<Label<Term>>();
    for (var dimension : Dimension.values()) {
      var named = strongest(dimension, found);
      labels.addAll(named);
      labels.addAll(topical(dimension, words, named));
    }
    return labels;
  }

  /** What is named comes first; topics fill up, for terms that the vocabulary has. */
  private List<Label<Term>> topical(Dimension dimension, Words words, List<Label<Term>> named) {
    var labels = new ArrayList<Label<Term>>();
    for (var one : topics.of(dimension, words))
      taxonomy
          .resolve(dimension, one.label())
          .filter(term -> named.stream().noneMatch(label -> label.value().equals(term)))
          .ifPresent(term -> labels.add(Label.inferred(term, one.confidence(), one.basis())));
    return labels;
  }

  private static List<Label<Term>> strongest(Dimension dimension, Map<Term, Evidence> found) {
    var candidates =
        found.entrySet().stream()
            .filter(entry -> entry.getKey().dimension() == dimension)
            .sorted(
                Map.Entry.<Term, Evidence>comparingByValue(
                        (one, other) ->
                            Double.compare(other.weight(dimension), one.weight(dimension)))
                    .thenComparing(entry -> entry.getKey().label()))
            .toList();
    if (candidates.isEmpty()) return List.of();
    double bound = LEAST_SHARE_OF_STRONGEST * candidates.getFirst().getValue().weight(dimension);
    return candidates.stream()
        .filter(entry -> entry.getValue().weight(dimension) >= bound)
        .map(entry -> label(entry.getKey(), entry.getValue()))
        .filter(label -> label.confidence() >= LEAST_CONFIDENCE)
        .limit(MOST_OF_ONE_VOCABULARY)
        .toList();
  }

  private static Label<Term> label(Term term, Evidence evidence) {
    double confidence = Math.min(0.95, 1 - Math.exp(-evidence.weight(term.dimension()) / 2.6));
    return Label.inferred(term, confidence, evidence.basis);
  }

  /** A place weight of 0 means the body, where mentions are counted. */
  private static void look(
      Dictionary names, String text, double placeWeight, Map<Term, Evidence> found) {
    names.scan(
        text,
        (term, start, end) -> {
          var evidence = found.computeIfAbsent(term, none -> new Evidence());
          if (placeWeight == 0) evidence.inBody++;
          if (placeWeight == 0 && term.dimension() == Dimension.PERSONA && speaks(text, start))
            evidence.elsewhere = Math.min(6, evidence.elsewhere + SPEAKING);
          if (placeWeight > 0) evidence.elsewhere = Math.min(6, evidence.elsewhere + placeWeight);
          if (evidence.basis == null) evidence.basis = around(text, start, end);
        });
  }

  /** Whether it is the job of somebody quoted just before: "…", says Jo Tan, CFO. */
  private static boolean speaks(String text, int start) {
    return SAYS.matcher(text.substring(Math.max(0, start - 70), start)).find();
  }

  /** The sentence, or as much of it as fits on a line or two. */
  private static String around(String text, int start, int end) {
    int from = start;
    while (from > 0 && start - from < 90 && ".!?\n".indexOf(text.charAt(from - 1)) < 0) from--;
    int to = end;
    while (to < text.length() && to - end < 90 && ".!?\n".indexOf(text.charAt(to)) < 0) to++;
    return text.substring(from, to).strip();
  }

  /** Built again whenever the vocabularies have grown. */
  private Dictionary dictionary() {
    var known = new ArrayList<Taxonomy.KnownTerm>();
    for (var dimension : Dimension.values()) known.addAll(taxonomy.terms(dimension));
    var present = dictionary;
    if (present == null || !present.isOf(known)) {
      present = new Dictionary(List.copyOf(known), cues.ambiguousNames());
      dictionary = present;
    }
    return present;
  }
}
