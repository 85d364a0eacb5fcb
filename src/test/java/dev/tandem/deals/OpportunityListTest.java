package dev.tandem.deals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@ExtendWith(TestDatabase.class)
class OpportunityListTest {
  /** More than a connection pool holds. */
  private static final int MANY = 30;

  private final Opportunities deals;

  OpportunityListTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
    deals = DealsOnDatabase.open(jdbc, transactions, Clock.systemUTC(), event -> {});
  }

  @Test
  void readingAgainAndAgainGivesEveryConnectionBack() {
    deals.save(
        new Opportunity(
            new OpportunityId("D-1"),
            "A deal",
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            Outcome.OPEN,
            null,
            null,
            null,
            Instant.now()));
    for (int i = 0; i < MANY; i++) {
      assertThat(deals.list(OpportunityQuery.ALL).deals()).hasSize(1);
      assertThat(deals.all()).hasSize(1);
    }
  }
}
