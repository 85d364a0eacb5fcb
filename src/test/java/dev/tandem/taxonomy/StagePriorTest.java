package dev.tandem.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StagePriorTest {

  @ParameterizedTest
  @EnumSource
  void everyTypeHasAProbabilityForEachStageAndTheySumToOne(ContentType type) {
    var row = StagePrior.row(type);
    assertThat(row).containsOnlyKeys(JourneyStage.values());
    assertThat(row.values()).allSatisfy(chance -> assertThat(chance).isBetween(0.01, 0.99));
    assertThat(row.values().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(1, within(1e-9));
  }
}
