package dev.tandem.insight.alignment;

import dev.tandem.insight.InsightOnDatabase;
import dev.tandem.library.Assets;
import dev.tandem.requests.RequestsOnDatabase;
import dev.tandem.taxonomy.GlossaryInMemory;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Packs for the meeting of both teams on any database, without Spring. */
public final class PacksOnDatabase {
  private PacksOnDatabase() {}

  public static AlignmentPacks open(
      InsightOnDatabase insight,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Assets library,
      Clock clock) {
    var requests = RequestsOnDatabase.open(jdbc, transaction, insight.deals, library, clock);
    return new AlignmentPacks(
        insight.periods,
        insight.dealContent,
        new LargestGaps(requests, insight.gaps),
        new LeadJourney(insight.knownDeals, new GlossaryInMemory()),
        RequestsOnDatabase.promises(jdbc),
        new Issues(jdbc, clock),
        new GlossaryInMemory(),
        insight.knownAssets,
        insight.knownDeals,
        clock);
  }
}
