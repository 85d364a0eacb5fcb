package dev.tandem.library.labelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.library.labelling.smile.SmileLossMinimizer;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelTrainerTest {
  private static final Term CFO = new Term(Dimension.PERSONA, "CFO");
  private static final Term CIO = new Term(Dimension.PERSONA, "CIO");
  private static final int WIDTH = 12;

  private final LabelTrainer trainer = new LabelTrainer(new SmileLossMinimizer());
  private final Random random = new Random(7);

  /** Money in the first direction, machines in the second, the rest is chance. */
  private LabelEvidence about(double money, double machines) {
    var meaning = new float[WIDTH];
    for (int i = 0; i < WIDTH; i++) meaning[i] = (float) (0.15 * random.nextGaussian());
    meaning[0] += (float) money;
    meaning[1] += (float) machines;
    return new LabelEvidence(Map.of(), Map.of(), LabelEvidence.scaled(meaning));
  }

  private List<LabelExample> examples(int count, boolean telling) {
    var examples = new ArrayList<LabelExample>();
    for (int i = 0; i < count; i++) {
      boolean money = telling ? i % 2 == 0 : random.nextBoolean();
      examples.add(
          new LabelExample(
              "asset-" + i,
              i % 2 == 0 ? about(1, 0) : about(0, 1),
              Set.of(money ? CFO : CIO),
              Set.of(),
              true));
    }
    return examples;
  }

  @Test
  void whatPeopleConfirmedIsRecognisedInWhatTheyDidNotSee() {
    var model = trainer.train(examples(40, true)).model().orElseThrow();

    var chances = model.chances(about(1, 0));

    assertThat(chances.get(CFO)).isGreaterThan(0.8);
    assertThat(chances.get(CIO)).isLessThan(0.2);
    assertThat(model.examplesOf(CFO)).isEqualTo(20);
  }

  @Test
  void whereLabelsHaveNothingToDoWithTheTextTheCuesStay() {
    var outcome = trainer.train(examples(60, false));

    assertThat(outcome.model()).isEmpty();
    assertThat(outcome.gate().assets()).isEqualTo(60);
    assertThat(outcome.gate().passed()).isFalse();
  }

  @Test
  void aFewConfirmedAssetsAreTooFew() {
    assertThat(trainer.train(examples(LabelGate.FEWEST_ASSETS - 1, true)).model()).isEmpty();
    assertThat(trainer.train(List.of()).model()).isEmpty();
  }

  @Test
  void whatIsUnclearGetsAnUnclearChance() {
    var model = trainer.train(examples(60, true)).model().orElseThrow();

    assertThat(Objects.requireNonNull(model.chances(about(1, 1)).get(CFO))).isBetween(0.1, 0.9);
  }

  @Test
  void aTermThatHardlyAnybodyUsedIsLeftToTheCues() {
    var examples = new ArrayList<>(examples(40, true));
    var rare = new Term(Dimension.PERSONA, "Champion");
    examples.add(new LabelExample("rare", about(1, 0), Set.of(rare), Set.of(), true));

    assertThat(trainer.train(examples).model().orElseThrow().terms()).containsExactly(CFO, CIO);
  }

  @Test
  void aSingleConfirmationSaysNothingAboutOtherLabels() {
    var one = new LabelExample("one", about(1, 0), Set.of(CFO), Set.of(CIO), false);

    assertThat(one.tells(CFO)).isTrue();
    assertThat(one.tells(CIO)).isTrue();
    assertThat(one.tells(new Term(Dimension.PERSONA, "COO"))).isFalse();
  }

  @Test
  void theSameConfirmationsGiveTheSameModelInWhateverOrder() {
    var examples = examples(40, true);
    var asked = about(0.7, 0.4);
    var model = trainer.train(examples).model().orElseThrow();
    var again = trainer.train(examples.reversed()).model().orElseThrow();

    assertThat(Objects.requireNonNull(again.chances(asked).get(CFO)))
        .isCloseTo(Objects.requireNonNull(model.chances(asked).get(CFO)), within(1e-9));
  }

  @Test
  void calibratedChancesMeanWhatTheySay() {
    var seen = new ArrayList<Calibration.Seen>();
    for (int i = 0; i < 4_000; i++) {
      double logit = random.nextGaussian();
      boolean yes = random.nextDouble() < LabelRegression.chance(2.5 * logit - 1);
      seen.add(new Calibration.Seen(logit, yes ? 1 : 0));
    }

    var fitted = Calibration.fit(seen, new SmileLossMinimizer());

    assertThat(fitted.slope()).isCloseTo(2.5, within(0.3));
    assertThat(fitted.chance(0.4)).isCloseTo(0.5, within(0.04));
  }
}
