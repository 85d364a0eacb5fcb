package dev.tandem.recommendation.cli;

import dev.tandem.recommendation.SituationAnswers.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A TREC run: lines of {@code situation Q0 asset rank score tandem}. */
final class TrecRun {
  /** trec_eval orders by score, not by rank, so no two scores of a situation may be equal. */
  private static final double LEAST_STEP = 1e-6;

  private TrecRun() {}

  static void write(Path file, Map<String, List<Answer>> answers) throws IOException {
    var lines = new ArrayList<String>();
    answers.forEach(
        (situation, ranking) -> {
          double above = Double.POSITIVE_INFINITY;
          for (int i = 0; i < ranking.size(); i++) {
            double score = Math.min(ranking.get(i).score(), above - LEAST_STEP);
            above = score;
            lines.add(
                String.format(
                    Locale.ROOT,
                    "%s Q0 %s %d %.6f tandem",
                    situation,
                    ranking.get(i).asset(),
                    i + 1,
                    score));
          }
        });
    Files.write(file, lines);
  }
}
