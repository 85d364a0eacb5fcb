package dev.tandem.recommendation.evaluation;

import dev.tandem.learning.RankingModel;
import dev.tandem.learning.RankingModels;
import dev.tandem.recommendation.EvaluationSituation;
import dev.tandem.recommendation.SituationAnswers;
import dev.tandem.recommendation.SituationAnswers.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Lets rankers answer situations with the engine that the UI uses.
 *
 * @param models from which {@link Ranker#PRIOR} and {@link Ranker#LEARNED} are taken
 */
public record Evaluator(SituationAnswers engine, RankingModels models) {

  /** The ranker that answers requests at present. */
  public Ranker inUse() {
    return models.learned().isPresent() ? Ranker.LEARNED : Ranker.PRIOR;
  }

  /**
   * @param depth assets a situation, 1 to 100
   * @param progress hears how many were answered so far
   * @throws java.util.NoSuchElementException for {@link Ranker#LEARNED} before a first promotion
   */
  public Answers answers(
      List<EvaluationSituation> situations, Ranker by, int depth, IntConsumer progress) {
    Function<EvaluationSituation, List<Answer>> ranking =
        switch (by) {
          case TEXT -> situation -> engine.byText(situation, depth);
          case DENSE -> situation -> engine.byMeaning(situation, depth);
          case HYBRID -> situation -> engine.byBoth(situation, depth);
          case PRIOR -> by(models.prior(), depth);
          case LEARNED -> by(models.learned().orElseThrow(), depth);
        };
    return answers(situations, by.id(), ranking, progress);
  }

  /** Answers by a model that is in use nowhere, to see what it would do. */
  public Answers trial(
      List<EvaluationSituation> situations,
      String name,
      RankingModel model,
      int depth,
      IntConsumer progress) {
    return answers(situations, name, by(model, depth), progress);
  }

  private Function<EvaluationSituation, List<Answer>> by(RankingModel model, int depth) {
    return situation -> engine.ranked(situation, model, depth);
  }

  private static Answers answers(
      List<EvaluationSituation> situations,
      String name,
      Function<EvaluationSituation, List<Answer>> ranking,
      IntConsumer progress) {
    var answers = new LinkedHashMap<String, List<Answer>>();
    for (var situation : situations) {
      progress.accept(answers.size());
      answers.put(situation.id(), ranking.apply(situation));
    }
    return new Answers(name, answers);
  }
}
