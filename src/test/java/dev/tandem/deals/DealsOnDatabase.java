package dev.tandem.deals;

import dev.tandem.taxonomy.GlossaryInMemory;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The deals of a test database, without the rest of the program. */
public final class DealsOnDatabase {
  private DealsOnDatabase() {}

  public static Opportunities open(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock,
      ApplicationEventPublisher publisher) {
    return open(jdbc, transactions, clock, publisher, new VocabularyInMemory());
  }

  static Opportunities open(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock,
      ApplicationEventPublisher publisher,
      VocabularyInMemory taxonomy) {
    var stages = new JdbcStageMap(jdbc, clock, publisher, new GlossaryInMemory());
    return new JdbcOpportunities(
        jdbc,
        transactions,
        stages,
        new JdbcStageHistory(jdbc, stages),
        new DealTerms(taxonomy, stages),
        clock,
        publisher);
  }
}
