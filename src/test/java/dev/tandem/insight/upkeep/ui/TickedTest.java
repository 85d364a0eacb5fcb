package dev.tandem.insight.upkeep.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TickedTest {
  @Test
  void whatCouldNotBeDoneIsSaid() {
    assertThat(Ticked.words(2, "archived", 0, 0)).isEqualTo("2 assets archived.");
    assertThat(Ticked.words(1, "archived", 1, 0))
        .isEqualTo("1 asset archived. 1 is not there any more.");
    assertThat(Ticked.words(2, "given to Ingrid", 0, 3))
        .isEqualTo("2 assets given to Ingrid. The other 3 could not be changed. Please try again.");
  }
}
