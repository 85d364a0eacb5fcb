package dev.tandem.learning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.shared.ui.Formats;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ModelNamesTest {
  private static final String TRAINED = Formats.moment(Instant.parse("2026-11-26T21:14:47Z"));

  @Test
  void aModelIsNamedByWhenItWasTrained() {
    assertThat(ModelNames.of("learned-20261126-211447-060")).isEqualTo("the model of " + TRAINED);
    assertThat(ModelNames.first("learned-20261126-211447-060"))
        .isEqualTo("The model of " + TRAINED);
  }

  @Test
  void thePriorIsTheExpertsOrder() {
    assertThat(ModelNames.of("prior-3")).isEqualTo("the experts' order");
    assertThat(ModelNames.of("prior-3-w1a2b")).isEqualTo("the experts' order with changed weights");
  }

  @Test
  void whatHasAnotherFormStaysAsItIs() {
    assertThat(ModelNames.first("learned-1")).isEqualTo("learned-1");
    assertThat(ModelNames.of("learned-20269999-999999-000"))
        .isEqualTo("learned-20269999-999999-000");
  }

  @Test
  void aReasonNamesModelsSo() {
    assertThat(ModelNames.in("better than prior-3 with confidence; in use"))
        .isEqualTo("better than the experts' order with confidence; in use");
  }
}
