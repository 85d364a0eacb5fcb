package dev.tandem.library.classification;

import dev.tandem.library.Label;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.StagePrior;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;

/** The prior of the type, weakened as the type is unsure, times what the words say. */
final class StageGuess {
  /** What one phrase adds to the logarithm of a stage's odds; in the title it counts more. */
  private static final double ONE_PHRASE = 0.45;

  private static final double IN_TITLE = 1.5;
  private static final int MOST_PHRASES = 4;
  private static final double LEAST_FOR_MAIN = 0.34;
  private static final double LEAST_FOR_OTHERS = 0.25;

  private final Cues cues;

  StageGuess(Cues cues) {
    this.cues = cues;
  }

  List<Label<JourneyStage>> of(Label<ContentType> type, Words words) {
    var odds = new EnumMap<JourneyStage, Double>(JourneyStage.class);
    var basis = new EnumMap<JourneyStage, String>(JourneyStage.class);
    double sum = 0;
    for (var stage : JourneyStage.values()) {
      double prior =
          type.confidence() * StagePrior.of(type.value(), stage)
              + (1 - type.confidence()) * StagePrior.of(ContentType.OTHER, stage);
      var phrases = cues.stages().getOrDefault(stage, List.of());
      var inTitle = Words.found(words.title(), phrases);
      var inText = Words.found(words.text(), phrases);
      inText.removeAll(inTitle);
      double said = Math.min(MOST_PHRASES, IN_TITLE * inTitle.size() + inText.size());
      double odd = prior * Math.exp(ONE_PHRASE * said);
      odds.put(stage, odd);
      sum += odd;
      inTitle.addAll(inText);
      basis.put(
          stage,
          inTitle.isEmpty()
              ? "usual for the type " + type.value().label().toLowerCase(java.util.Locale.ROOT)
              : "“" + String.join("”, “", inTitle.stream().distinct().limit(3).toList()) + "”");
    }
    var labels = new ArrayList<Label<JourneyStage>>();
    for (var entry : odds.entrySet())
      labels.add(Label.inferred(entry.getKey(), entry.getValue() / sum, basis.get(entry.getKey())));
    labels.sort(Comparator.comparingDouble(Label<JourneyStage>::confidence).reversed());
    if (labels.getFirst().confidence() < LEAST_FOR_MAIN) return List.of();
    return labels.stream().filter(label -> label.confidence() >= LEAST_FOR_OTHERS).toList();
  }
}
