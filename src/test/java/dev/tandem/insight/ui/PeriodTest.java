package dev.tandem.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {

  @Test
  void thePeriodBeforeHasAsManyDaysAndEndsTheDayBefore() {
    var november = new Period(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"));
    assertThat(november.before())
        .isEqualTo(new Period(LocalDate.parse("2026-10-02"), LocalDate.parse("2026-10-31")));
  }
}
