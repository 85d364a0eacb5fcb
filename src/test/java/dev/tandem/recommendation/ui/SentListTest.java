package dev.tandem.recommendation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.feedback.Sendings;
import dev.tandem.library.AssetId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentListTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

  private static String told(int times, boolean copied) {
    var sent =
        new Sendings(
            new AssetId("tour"),
            null,
            times,
            TODAY.atTime(12, 0).atZone(ZoneId.systemDefault()).toInstant(),
            copied,
            0,
            0,
            null);
    return SentList.of(List.of(sent), Map.of(), TODAY, "Nothing", one -> "")
        .getElement()
        .getTextRecursively();
  }

  @Test
  void aCopiedLinkIsNotCalledSent() {
    assertThat(told(1, true)).contains("link copied today").doesNotContain("sent");
    assertThat(told(2, true)).contains("2 times, last link copied today").doesNotContain("sent");
    assertThat(told(2, false)).contains("2 times, last sent today");
  }
}
