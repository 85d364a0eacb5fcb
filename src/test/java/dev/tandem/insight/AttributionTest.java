package dev.tandem.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.insight.Attribution.Path;
import dev.tandem.shared.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Five touches on days 0, 5, 12, 30 and 38, and a close of 12,000 on day 38. */
class AttributionTest {
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
  private static final List<Instant> TOUCHES =
      IntStream.of(0, 5, 12, 30, 38).mapToObj(day -> START.plus(Duration.ofDays(day))).toList();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FIRST          | 12000 | 0    | 0    | 0    | 0
          LAST           | 0     | 0    | 0    | 0    | 12000
          LINEAR         | 2400  | 2400 | 2400 | 2400 | 2400
          POSITION_BASED | 4800  | 800  | 800  | 800  | 4800
          TIME_DECAY     | 175   | 287  | 575  | 3417 | 7545
          W_SHAPED       | 3600  | 600  | 3600 | 600  | 3600""")
  void creditsOfATwelveThousandDeal(
      Attribution model, double a, double b, double c, double d, double e) {
    var decided = START.plus(Duration.ofDays(20));
    var shares = model.shares(path(TOUCHES, decided), 7);
    assertThat(Arrays.stream(shares).map(share -> share * 12_000).toArray())
        .containsExactly(new double[] {a, b, c, d, e}, within(0.6));
  }

  @ParameterizedTest
  @EnumSource
  void creditsOfOneDealAddUpToItsAmountToTheCent(Attribution model) {
    var random = new Random(5);
    for (int deal = 0; deal < 500; deal++) {
      int n = 1 + random.nextInt(12);
      var touches = random.longs(n, 0, 90L * 86_400).sorted().mapToObj(START::plusSeconds).toList();
      var close = touches.getLast().plusSeconds(random.nextInt(900_000));
      var decided = random.nextBoolean() ? null : touches.get(random.nextInt(n));
      var amount =
          new Money(
              BigDecimal.valueOf(random.nextInt(100_000_000), random.nextInt(3)),
              Currency.getInstance(random.nextBoolean() ? "EUR" : "JPY"));
      var shares = model.shares(new Path(touches, close, decided), 0.5 + random.nextInt(30));
      var parts = Cents.split(amount, shares);
      assertThat(parts.stream().reduce(Money::plus).orElseThrow())
          .usingComparator(Comparator.naturalOrder())
          .isEqualTo(amount);
      assertThat(parts).allSatisfy(part -> assertThat(part.amount().signum()).isNotNegative());
    }
  }

  @Test
  void equalPartsDifferByACentAtMost() {
    assertThat(Cents.split(Money.of("100", "EUR"), 3))
        .containsExactly(
            Money.of("33.34", "EUR"), Money.of("33.33", "EUR"), Money.of("33.33", "EUR"));
  }

  @Test
  void twoTouchesShareEvenlyWhenThereIsNoMiddle() {
    var two = TOUCHES.subList(0, 2);
    assertThat(Attribution.POSITION_BASED.shares(path(two, null), 7)).containsExactly(0.5, 0.5);
    assertThat(Attribution.W_SHAPED.shares(path(two, null), 7)).containsExactly(0.5, 0.5);
  }

  @Test
  void aTouchThatIsTwoMilestonesGetsBothParts() {
    assertThat(Attribution.W_SHAPED.shares(path(TOUCHES.subList(0, 3), START), 7))
        .containsExactly(new double[] {0.6, 0.1, 0.3}, within(1e-12));
  }

  @Test
  void withoutAKnownDecisionItsPartGoesToTheTouchesInBetween() {
    assertThat(Attribution.W_SHAPED.shares(path(TOUCHES.subList(0, 4), null), 7))
        .containsExactly(new double[] {0.3, 0.2, 0.2, 0.3}, within(1e-12));
  }

  @Test
  void aChosenHalfLifeChangesTheDecay() {
    assertThat(Attribution.TIME_DECAY.shares(path(TOUCHES.subList(0, 2), null), 5))
        .containsExactly(new double[] {1.0 / 3, 2.0 / 3}, within(1e-12));
  }

  private static Path path(List<Instant> touches, @Nullable Instant decision) {
    return new Path(touches, touches.getLast(), decision);
  }

  /** Amounts of more than a double can tell are shared out with more digits, to the same cents. */
  @Test
  void smallAndHugeAmountsAreSharedOutByTheSameRule() {
    var random = new java.util.Random(7);
    for (int i = 0; i < 2_000; i++) {
      var shares = random.doubles(1 + random.nextInt(40)).toArray();
      double sum = java.util.Arrays.stream(shares).sum();
      for (int j = 0; j < shares.length; j++) shares[j] /= sum;
      long cents = random.nextLong(3_999_999_999L);
      var small = new java.math.BigDecimal(java.math.BigInteger.valueOf(cents), 2);
      var parts = Cents.split(Money.of(small.toPlainString(), "EUR"), shares);
      assertThat(parts.stream().map(Money::amount).reduce(java.math.BigDecimal::add))
          .contains(small);
      for (int j = 0; j < shares.length; j++)
        assertThat(parts.get(j).amount().doubleValue())
            .isCloseTo(cents * shares[j] / 100, org.assertj.core.api.Assertions.within(0.0101));
    }
  }
}
