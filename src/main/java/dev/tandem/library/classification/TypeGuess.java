package dev.tandem.library.classification;

import dev.tandem.library.Label;
import dev.tandem.taxonomy.ContentType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

  private record Evidence(ContentType type, double weight, String basis) {}

  Label<ContentType> of(Content content, Words words) {
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
    return best(evidence);
  }

  private static Label<ContentType> best(List<Evidence> evidence) {
    evidence.sort(Comparator.comparingDouble(Evidence::weight).reversed());
    if (evidence.isEmpty()) return Label.inferred(ContentType.OTHER, 0.1, null);
    var first = evidence.getFirst();
    double second = evidence.size() > 1 ? evidence.get(1).weight() : 0;
    double confidence = first.weight() / (first.weight() + 0.8 * second + DOUBT);
    return confidence < LEAST_CONFIDENCE
        ? Label.inferred(ContentType.OTHER, 1 - confidence, "no clear sign of any type")
        : Label.inferred(first.type(), Math.min(0.97, confidence), first.basis());
  }
}
