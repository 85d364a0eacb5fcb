package dev.tandem.insight.ui;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.tandem.insight.AssetReport;
import dev.tandem.insight.ContentPerformance;
import dev.tandem.insight.upkeep.LibraryUpkeep;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class FirstReportsTest {
  private static final int SOON = 20_000;

  private final ContentPerformance performance = mock(ContentPerformance.class);
  private final AssetReport assets = mock(AssetReport.class);
  private final LibraryUpkeep upkeep = mock(LibraryUpkeep.class);
  private final FirstReports reports =
      new FirstReports(performance, assets, upkeep, Clock.systemUTC());

  @Test
  void theUsualReportsAreAskedForBehindWhoeverComes() {
    reports.askInBackground();
    verify(performance, timeout(SOON).times(3)).page(any());
    verify(upkeep, timeout(SOON).times(3)).toReview();
    verify(assets, timeout(SOON).times(3)).assets(any());
  }

  @Test
  void aReportThatFailsEndsTheRoundWithoutNoise() {
    when(upkeep.toReview()).thenThrow(new IllegalStateException("the database is away"));
    reports.askInBackground();
    verify(upkeep, timeout(SOON)).toReview();
  }
}
