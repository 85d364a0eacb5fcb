package dev.tandem.library.classification;

import dev.tandem.library.Label;
import dev.tandem.taxonomy.ContentType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The type with the most evidence. Weights are expert numbers: what people wrote into a title or
 * named a folder counts about four times a phrase in the text.
 */
final class TypeGuess {
  /** Evidence that every guess is measured against: how sure one can be with a single weak cue. */
  private static final double DOUBT = 1.5;

  /** Below this there is no type rather than a wrong one. */
  private static final double LEAST_CONFIDENCE = 0.42;

  private final Cues cues;

  TypeGuess(Cues cues) {
    this.cues = cues;
  }

  /**
   * @param label the best type, or {@link ContentType#OTHER} where it is unsure
   * @param shares of all types with evidence in the belief; they sum to 1, and OTHER stands for the
   *     doubt
   */
  record Guess(Label<ContentType> label, Map<ContentType, Double> shares) {
    static Guess given(ContentType type) {
      return new Guess(Label.given(type), Map.of(type, 1.0));
    }
  }

  private record Evidence(ContentType type, double weight, String basis) {}

  Guess of(Content content, Words words) {
    var structure = Structure.of(content, words);
    var place = Place.of(content);
    var evidence = new ArrayList<Evidence>();
    cues.types()
        .forEach(
            (type, its) -> {
              var parts = new ArrayList<String>();
              double weight = place.weightFor(type, its, parts) + its.said(content, words, parts);
              for (var cue : its.structure().entrySet()) {
                var said = structure.get(cue.getKey());
                if (said == null) continue;
                weight += cue.getValue();
                if (cue.getValue() > 0) parts.add(said);
              }
              if (weight > 0) evidence.add(new Evidence(type, weight, String.join("; ", parts)));
            });
    evidence.sort(Comparator.comparingDouble(Evidence::weight).reversed());
    return new Guess(best(evidence), shares(evidence));
  }

  private static Label<ContentType> best(List<Evidence> evidence) {
    if (evidence.isEmpty()) return Label.inferred(ContentType.OTHER, 0.1, null);
    var first = evidence.getFirst();
    double second = evidence.size() > 1 ? evidence.get(1).weight() : 0;
    double confidence = first.weight() / (first.weight() + 0.8 * second + DOUBT);
    return confidence < LEAST_CONFIDENCE
        ? Label.inferred(ContentType.OTHER, 1 - confidence, "no clear sign of any type")
        : Label.inferred(first.type(), Math.min(0.97, confidence), first.basis());
  }

  /** Squares, so that a type with half the evidence of another has a quarter of its share. */
  private static Map<ContentType, Double> shares(List<Evidence> evidence) {
    double sum = DOUBT * DOUBT;
    for (var one : evidence) sum += one.weight() * one.weight();
    var shares = new EnumMap<ContentType, Double>(ContentType.class);
    shares.put(ContentType.OTHER, DOUBT * DOUBT / sum);
    for (var one : evidence) shares.put(one.type(), one.weight() * one.weight() / sum);
    return shares;
  }
}
