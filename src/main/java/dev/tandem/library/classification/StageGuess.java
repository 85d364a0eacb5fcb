package dev.tandem.library.classification;

import dev.tandem.library.Label;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.StagePrior;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The priors of all types it may be, weighed by their shares, times what the words say. */
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

  List<Label<JourneyStage>> of(TypeGuess.Guess type, Words words) {
    var odds = new EnumMap<JourneyStage, Double>(JourneyStage.class);
    var basis = new EnumMap<JourneyStage, String>(JourneyStage.class);
    double sum = 0;
    for (var stage : JourneyStage.values()) {
      var phrases = cues.stages().getOrDefault(stage, List.of());
      var inTitle = Words.found(words.title(), phrases);
      var inText = Words.found(words.text(), phrases);
      inText.removeAll(inTitle);
      double said = Math.min(MOST_PHRASES, IN_TITLE * inTitle.size() + inText.size());
      double odd = prior(type.shares(), stage) * Math.exp(ONE_PHRASE * said);
      odds.put(stage, odd);
      sum += odd;
      inTitle.addAll(inText);
      basis.put(stage, inTitle.isEmpty() ? usualFor(type, stage) : quoted(inTitle));
    }
    var labels = new ArrayList<Label<JourneyStage>>();
    for (var entry : odds.entrySet())
      labels.add(Label.inferred(entry.getKey(), entry.getValue() / sum, basis.get(entry.getKey())));
    labels.sort(Comparator.comparingDouble(Label<JourneyStage>::confidence).reversed());
    if (labels.getFirst().confidence() < LEAST_FOR_MAIN) return List.of();
    return labels.stream().filter(label -> label.confidence() >= LEAST_FOR_OTHERS).toList();
  }

  private static double prior(Map<ContentType, Double> shares, JourneyStage stage) {
    double prior = 0;
    for (var share : shares.entrySet())
      prior += share.getValue() * StagePrior.of(share.getKey(), stage);
    return prior;
  }

  /** The type that speaks most for the stage, be it the best one or not. */
  private static String usualFor(TypeGuess.Guess type, JourneyStage stage) {
    var strongest =
        type.shares().entrySet().stream()
            .max(
                Comparator.comparingDouble(
                    share -> share.getValue() * StagePrior.of(share.getKey(), stage)))
            .orElseThrow()
            .getKey();
    return "usual for the type " + strongest.label().toLowerCase(Locale.ROOT);
  }

  private static String quoted(List<String> phrases) {
    return "“" + String.join("”, “", phrases.stream().distinct().limit(3).toList()) + "”";
  }
}
