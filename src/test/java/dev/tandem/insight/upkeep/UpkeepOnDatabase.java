package dev.tandem.insight.upkeep;

import dev.tandem.insight.InsightOnDatabase;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The upkeep of a library on any database, without Spring. */
public final class UpkeepOnDatabase {
  private UpkeepOnDatabase() {}

  public static LibraryUpkeep open(InsightOnDatabase insight, JdbcClient jdbc, Clock clock) {
    var counts = new UseCounts(jdbc, InsightOnDatabase.dailyUses(jdbc));
    return new LibraryUpkeep(
        insight.knownAssets,
        counts,
        new ReviewReasons(counts, new SubjectChanges(jdbc, clock), clock),
        insight.copies,
        insight.deals,
        clock);
  }
}
