package dev.tandem.benchmark;

import dev.tandem.learning.Example;
import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.LinearPrior;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.ScoredBy;
import dev.tandem.learning.training.ModelTrainer;
import dev.tandem.learning.training.PromotionGate;
import dev.tandem.learning.training.TrainingSet;
import dev.tandem.learning.training.Trials;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** What needs no library of its own to be compared. */
final class Learners {
  static final String NOTHING = "text and stage, no learning";
  static final String PRIOR = "the expert's prior";
  static final String OURS = "**ours, behind the gate**";

  private Learners() {}

  private record Fixed(String name, ToDoubleFunction<Example> score) implements Learner {
    @Override
    public RankingModel learn(TrainingSet log, long seed) {
      return new ScoredBy(name, score);
    }
  }

  private record Popularity() implements Learner {
    @Override
    public String name() {
      return "popularity (opens)";
    }

    @Override
    public RankingModel learn(TrainingSet log, long seed) {
      Map<String, Integer> opens = new HashMap<>();
      for (var session : log.sessions())
        for (var item : session.items())
          if (item.reward() > 0) opens.merge(id(item.example()), 1, Integer::sum);
      return new ScoredBy(name(), example -> opens.getOrDefault(id(example), 0));
    }

    private static String id(Example example) {
      return Objects.requireNonNull(example.asset()).value();
    }
  }

  private record LinUcbOfDeals() implements Learner {
    private static final double BONUS = 0.3;

    @Override
    public String name() {
      return "LinUCB";
    }

    @Override
    public RankingModel learn(TrainingSet log, long seed) {
      return new OnRows(new LinUcb(0)).learn(log, seed);
    }

    @Override
    public RankingModel explore(TrainingSet log, long seed) {
      return new OnRows(new LinUcb(BONUS)).learn(log, seed);
    }
  }

  /** Whatever it learned, ranks. */
  private record Ungated() implements Learner {
    @Override
    public String name() {
      return "ours, ungated";
    }

    @Override
    public RankingModel learn(TrainingSet log, long seed) {
      return ungated(log);
    }
  }

  /** As the program does it: trained, tested on later sessions, and fitted once more if better. */
  private record Gated() implements Learner {
    @Override
    public String name() {
      return OURS;
    }

    @Override
    public RankingModel learn(TrainingSet log, long seed) {
      var prior = new LinearPrior();
      var trainer = ModelTrainer.around(prior, Clock.systemUTC());
      var trials = Trials.of(trainer, log, Trials.firstHeldOut(log, prior), "tested");
      if (!new PromotionGate().compare(trials, prior).passed()) return prior;
      return trainer.again(trials.getLast().candidate(), log, "learned");
    }
  }

  static Learner prior() {
    var prior = new LinearPrior();
    return new Fixed(PRIOR, prior::score);
  }

  static Learner ours() {
    return new Gated();
  }

  static Learner popularity() {
    return new Popularity();
  }

  static Learner linUcb() {
    return new LinUcbOfDeals();
  }

  /** Ours without a gate, on logs that tell more than any log does. */
  static LearnedModel ungated(TrainingSet log) {
    return ModelTrainer.around(new LinearPrior(), Clock.systemUTC()).train(log, "ungated");
  }

  static List<Learner> known() {
    return List.of(
        new Fixed("text alone", example -> example.features().get("text_match")),
        new Fixed(
            NOTHING,
            example ->
                example.features().get("text_match")
                    + 0.5 * example.features().get("type_fits_stage")),
        popularity(),
        linUcb(),
        new OnRows(new RowClickModel("logistic regression, graded, positions", true, true)),
        prior(),
        new Ungated());
  }
}
