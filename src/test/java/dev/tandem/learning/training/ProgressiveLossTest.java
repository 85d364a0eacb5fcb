package dev.tandem.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.learning.Drift;
import dev.tandem.learning.DriftWeek;
import dev.tandem.learning.Example;
import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.LinearPrior;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ProgressiveLossTest {
  private static final LinearPrior PRIOR = new LinearPrior();

  /** Some assets are better than others; what is known of them holds, or is turned around. */
  private static double truth(Example example) {
    int number = Math.floorMod(String.valueOf(example.asset()).hashCode(), 5);
    return -1.5 + (number < 2 ? 2 : 0);
  }

  private static LearnedModel learned(TrainingSet set) {
    return ModelTrainer.around(PRIOR, Clock.systemUTC()).train(set, "learned-1");
  }

  /** Sessions that go on where others ended. */
  private static TrainingSet followed(
      TrainingSet before, int sessions, ToDoubleFunction<Example> logOdds) {
    var all = new ArrayList<>(before.sessions());
    for (var session : Sessions.of(sessions, 77, logOdds).sessions())
      all.add(
          new Session(
              session.sequence() + before.size(),
              session.at().plusSeconds(3600L * before.size()),
              session.surface(),
              session.rep(),
              session.items(),
              session.observed()));
    return new TrainingSet(all);
  }

  private static Drift after(ToDoubleFunction<Example> logOdds, List<DriftWeek> weeks) {
    var first = Sessions.of(500, 1, ProgressiveLossTest::truth);
    var model = learned(first);
    weeks.addAll(ProgressiveLoss.of(followed(first, 600, logOdds), model, PRIOR));
    return Drift.of(weeks, "learned-1");
  }

  @Test
  void aModelThatHoldsPredictsBetterThanThePriorWeekByWeek() {
    var weeks = new ArrayList<DriftWeek>();
    var drift = after(ProgressiveLossTest::truth, weeks);
    assertThat(weeks).hasSizeBetween(4, 5); // 600 hours
    assertThat(weeks.stream().mapToInt(DriftWeek::sessions).sum()).isEqualTo(600);
    assertThat(drift.gain()).isPositive();
    assertThat(drift.alarm()).isFalse();
    assertThat(Objects.requireNonNull(drift.interval()).low()).isPositive();
  }

  @Test
  void whereEverythingIsTurnedAroundAnAlarmIsRaised() {
    var drift = after(example -> -1.5 - truth(example), new ArrayList<>());
    assertThat(drift.gain()).isNegative();
    assertThat(drift.alarm()).isTrue();
  }

  @Test
  void whatTheModelHasLearnedFromSaysNothing() {
    var set = Sessions.of(300, 1, ProgressiveLossTest::truth);
    assertThat(ProgressiveLoss.of(set, learned(set), PRIOR)).isEmpty();
    assertThat(ProgressiveLoss.of(set, PRIOR, PRIOR)).isEmpty();
    assertThat(Drift.of(List.of(), "learned-1").interval()).isNull();
  }

  @Test
  void aModelThatIsNoBetterSeldomRaisesAnAlarm() {
    int alarms = 0;
    var random = new java.util.Random(3);
    for (int run = 0; run < 200; run++) {
      double sum = 0, squares = 0;
      boolean alarm = false;
      for (int n = 1; n <= 1_000; n++) {
        double gain = 0.3 * random.nextGaussian();
        sum += gain;
        squares += gain * gain;
        var week = new DriftWeek(java.time.LocalDate.EPOCH, "m", n, 100, 100 + sum, squares);
        alarm |= n % 10 == 0 && Drift.of(List.of(week), "m").alarm();
      }
      if (alarm) alarms++;
    }
    // 2.5 % on this side: five of 200 are expected at the most
    assertThat(alarms).isLessThanOrEqualTo(12);
  }
}
