package dev.tandem.learning.training;

import dev.tandem.learning.DriftWeek;
import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.training.smile.SmileMinimizer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * How well the model in use predicts each week of sessions that it did not learn from. Temperature,
 * intercept, attention and readiness are fitted around it on what came before that week, and around
 * the prior alike, as the promotion gate does.
 */
final class ProgressiveLoss {
  private static final Shrinkage UNUSED = new Shrinkage(1, 1, 1);

  /** From fewer sessions before a week the circumstances of clicking cannot be told. */
  static final int LEAST_BEFORE = 40;

  private static final int MOST_BEFORE = 2_000;

  /** Earlier weeks were looked at before. */
  private static final int MOST_WEEKS = 8;

  private ProgressiveLoss() {}

  /** None while the prior is in use: it has nothing to be compared with. */
  static List<DriftWeek> of(TrainingSet set, RankingModel inUse, RankingModel prior) {
    if (!(inUse instanceof LearnedModel learned)) return List.of();
    long seen = learned.document().trained().lastSequence();
    var weeks = new TreeMap<LocalDate, List<Integer>>();
    for (int i = 0; i < set.size(); i++) {
      var session = set.sessions().get(i);
      if (session.sequence() <= seen) continue;
      var day = LocalDate.ofInstant(session.at(), ZoneOffset.UTC);
      weeks
          .computeIfAbsent(
              day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
              none -> new ArrayList<>())
          .add(i);
    }
    var found = new ArrayList<DriftWeek>();
    for (var week : weeks.descendingMap().entrySet()) {
      if (found.size() == MOST_WEEKS) break;
      int first = week.getValue().getFirst(); // the log's order, whatever the clocks say
      if (first < LEAST_BEFORE) continue;
      var before = set.part(Math.max(0, first - MOST_BEFORE), first);
      var model = around(learned, before);
      var compared = around(prior, before);
      double loss = 0, priorLoss = 0, squares = 0;
      for (int place : week.getValue()) {
        var session = set.sessions().get(place);
        double one = -model.logLikelihood(session), other = -compared.logLikelihood(session);
        loss += one;
        priorLoss += other;
        squares += (other - one) * (other - one);
      }
      found.add(
          new DriftWeek(
              week.getKey(), learned.version(), week.getValue().size(), loss, priorLoss, squares));
    }
    return found;
  }

  private static ClickFit around(RankingModel model, TrainingSet before) {
    return new ClickRows(Encoding.circumstances(model), before)
        .fit(UNUSED, new SmileMinimizer(100, 1e-7));
  }
}
