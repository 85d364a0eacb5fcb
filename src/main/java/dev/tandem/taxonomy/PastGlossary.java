package dev.tandem.taxonomy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** The glossary as it was changed at another moment, for what happened before it is told here. */
@Component
public class PastGlossary {
  private final JdbcClient jdbc;
  private final PlatformTransactionManager transactions;
  private final ApplicationEventPublisher publisher;

  PastGlossary(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher publisher) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.publisher = publisher;
  }

  /** What is changed by it bears this moment. */
  public Glossary at(Instant moment) {
    var clock = Clock.fixed(moment, ZoneId.systemDefault());
    return new JdbcGlossary(jdbc, transactions, publisher, clock);
  }
}
