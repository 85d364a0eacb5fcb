package dev.tandem.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
          TIME_DECAY     | 175   | 287  | 575  | 3417 | 7545""")
  void creditsOfATwelveThousandDeal(
      Attribution model, double a, double b, double c, double d, double e) {
    var shares = model.shares(TOUCHES, TOUCHES.getLast());
    assertThat(Arrays.stream(shares).map(share -> share * 12_000).toArray())
        .containsExactly(new double[] {a, b, c, d, e}, within(0.6));
  }

  @ParameterizedTest
  @EnumSource
  void creditsOfOneDealAddUpToItsAmount(Attribution model) {
    for (int n = 1; n <= TOUCHES.size(); n++) {
      var shares = model.shares(TOUCHES.subList(0, n), TOUCHES.getLast());
      assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void twoTouchesShareEvenlyWhenThereIsNoMiddle() {
    assertThat(Attribution.POSITION_BASED.shares(TOUCHES.subList(0, 2), TOUCHES.get(1)))
        .containsExactly(0.5, 0.5);
  }
}
