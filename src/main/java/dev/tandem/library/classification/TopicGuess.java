package dev.tandem.library.classification;

import dev.tandem.taxonomy.Dimension;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * For whom a text is that does not say so, from what it talks about. A single word is chance: a
 * person or an industry needs several different topics, and nearly as many as the strongest one.
 */
final class TopicGuess {
  private static final double IN_TITLE_OR_HEADING = 1.5;
  private static final double LEAST = 4;
  private static final double LEAST_SHARE_OF_STRONGEST = 0.7;
  private static final int MOST = 3;

  /** How sure one can be without the name itself. */
  private static final double LEAST_CONFIDENCE = 0.45;

  private static final double MOST_CONFIDENCE = 0.65;

  private final Cues cues;

  TopicGuess(Cues cues) {
    this.cues = cues;
  }

  /**
   * @param label as the shipped vocabularies call it
   * @param basis some of the topics
   */
  record Topical(Dimension dimension, String label, double confidence, String basis) {}

  private record Found(String label, double weight, List<String> topics) {}

  List<Topical> of(Dimension dimension, Words words) {
    var found =
        cues.topics().getOrDefault(dimension, Map.of()).entrySet().stream()
            .map(entry -> found(entry.getKey(), entry.getValue(), words))
            .filter(one -> one.weight() >= LEAST)
            .sorted(Comparator.comparingDouble(Found::weight).reversed())
            .toList();
    if (found.isEmpty()) return List.of();
    double bound = LEAST_SHARE_OF_STRONGEST * found.getFirst().weight();
    return found.stream()
        .filter(one -> one.weight() >= bound)
        .limit(MOST)
        .map(
            one ->
                new Topical(
                    dimension,
                    one.label(),
                    Math.min(MOST_CONFIDENCE, LEAST_CONFIDENCE + 0.02 * (one.weight() - LEAST)),
                    "topics: “"
                        + String.join("”, “", one.topics().stream().limit(4).toList())
                        + "”"))
        .toList();
  }

  private static Found found(String label, List<String> topics, Words words) {
    var prominent = Words.found(words.title() + words.headings(), topics);
    var inText = Words.found(words.text(), topics);
    inText.removeAll(prominent);
    double weight = IN_TITLE_OR_HEADING * prominent.size() + inText.size();
    prominent.addAll(inText);
    return new Found(label, weight, prominent);
  }
}
