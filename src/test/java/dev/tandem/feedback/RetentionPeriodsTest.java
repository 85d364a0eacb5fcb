package dev.tandem.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionPeriodsTest {
  @Test
  void whatOthersAreReadByIsKeptAsLongAsThey() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetentionPeriods(Map.of("slate_served", 90)))
        .withMessageContaining("slate_served must be kept as long as");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetentionPeriods(Map.of("share", 90, "buyer_view", 91)));
    assertThat(new RetentionPeriods(Map.of("share", 90, "buyer_view", 90)).of("share"))
        .hasValue(90);
  }

  @Test
  void periodsAreNeitherTooShortNorOfUnknownEvents() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RetentionPeriods(Map.of("open", 29)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetentionPeriods(Map.of("retraction", 90)));
    assertThat(RetentionPeriods.FOREVER.of("open")).isEmpty();
  }
}
