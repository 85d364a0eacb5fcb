package dev.tandem.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.shared.Proportion;
import dev.tandem.shared.ui.StatTile.Trend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverviewTilesTest {
  @ParameterizedTest(name = "{0} of {1}, before {2} of {3}: {5}")
  @CsvSource({
    "114, 120, 54, 120,  1, BETTER",
    "54, 120, 114, 120,  1, WORSE",
    "20, 300, 80, 300,  -1, BETTER",
    "114, 306, 95, 250, -1, UNCERTAIN",
    "3, 4, 1, 4,         1, UNCERTAIN"
  })
  void aChangeIsOnlyCalledBetterOrWorseWhereChanceAloneWouldNotBringIt(
      long now, long of, long before, long ofBefore, int better, Trend trend) {
    var difference = new Proportion(now, of).minus95(new Proportion(before, ofBefore));
    assertThat(OverviewTiles.trend(difference, better)).isEqualTo(trend);
  }
}
