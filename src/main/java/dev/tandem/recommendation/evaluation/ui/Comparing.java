package dev.tandem.recommendation.evaluation.ui;

import dev.tandem.learning.RankingModels;
import dev.tandem.library.Assets;
import dev.tandem.recommendation.EvaluationSituation;
import dev.tandem.recommendation.SituationAnswers;
import dev.tandem.recommendation.evaluation.Answers;
import dev.tandem.recommendation.evaluation.Evaluation;
import dev.tandem.recommendation.evaluation.Evaluator;
import dev.tandem.recommendation.evaluation.JudgedSituations;
import dev.tandem.recommendation.evaluation.Ranker;
import dev.tandem.recommendation.evaluation.ShownAssets;
import dev.tandem.recommendation.evaluation.WeightSettings;
import dev.tandem.recommendation.evaluation.ui.EvaluationState.Present;
import dev.tandem.recommendation.evaluation.ui.EvaluationState.Setting;
import dev.tandem.search.Synonyms;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;

/** Answers situations by the two settings that stand side by side. */
@Component
class Comparing {
  /** As deep as recall@20 looks. */
  private static final int DEPTH = 20;

  private final Evaluator evaluator;
  private final JudgedSituations situations;
  private final Assets assets;
  private final WeightSettings weights;
  private final Synonyms synonyms;

  Comparing(
      SituationAnswers engine,
      RankingModels models,
      JudgedSituations situations,
      Assets assets,
      WeightSettings weights,
      Synonyms synonyms) {
    this.weights = weights;
    this.synonyms = synonyms;
    this.evaluator = new Evaluator(engine, models);
    this.situations = situations;
    this.assets = assets;
  }

  Present present() {
    return new Present(evaluator.inUse(), weights.inUse(), synonyms.inUse());
  }

  WeightSettings weights() {
    return weights;
  }

  Synonyms synonyms() {
    return synonyms;
  }

  /** Whether something else than what ships is in use. */
  boolean isChanged() {
    return !weights.inUse().factors().isEmpty() || !synonyms.inUse().isEmpty();
  }

  /** Whether a learned model ranks, into which other weights would be carried. */
  boolean learnedIsInUse() {
    return evaluator.inUse() == Ranker.LEARNED;
  }

  /** What can be chosen; the learned model only once there is one. */
  List<Setting> settings() {
    boolean learned = evaluator.models().learned().isPresent();
    return Arrays.stream(Setting.values())
        .filter(each -> each != Setting.LEARNED || learned)
        .toList();
  }

  /**
   * @param progress hears how many answers were composed so far, of twice as many as situations
   */
  Evaluation run(List<EvaluationSituation> asked, EvaluationState state, IntConsumer progress) {
    var first = answers(asked, state.first(), state, progress);
    var second =
        answers(asked, state.second(), state, done -> progress.accept(asked.size() + done));
    return Evaluation.of(asked, situations.judgments(), first, second);
  }

  ShownAssets shown(Evaluation evaluation) {
    return ShownAssets.of(evaluation, assets);
  }

  private Answers answers(
      List<EvaluationSituation> asked,
      Setting setting,
      EvaluationState state,
      IntConsumer progress) {
    if (setting == Setting.TRIAL)
      return Synonyms.trying(
          state.synonyms(),
          () -> evaluator.trial(asked, setting.label(), state.trial().model(), DEPTH, progress));
    var answers = evaluator.answers(asked, setting.ranker(), DEPTH, progress);
    return new Answers(setting.label(), answers.bySituation());
  }
}
