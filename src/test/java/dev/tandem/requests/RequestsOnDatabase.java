package dev.tandem.requests;

import dev.tandem.deals.Opportunities;
import dev.tandem.library.Assets;
import dev.tandem.messages.MessagesOnDatabase;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests and promises on any database, without Spring. */
public final class RequestsOnDatabase {
  private RequestsOnDatabase() {}

  public static ContentRequests open(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      Opportunities deals,
      Assets library,
      Clock clock) {
    var news = new RequestNews(MessagesOnDatabase.open(jdbc, clock), library, clock);
    var moves = new RequestMoves(jdbc, library, clock);
    return new JdbcContentRequests(
        jdbc,
        transaction,
        new JdbcRequestOwners(jdbc),
        new JdbcServiceLevels(jdbc),
        deals,
        moves,
        news,
        clock);
  }

  public static PromiseLedger promises(JdbcClient jdbc) {
    return new PromiseLedger(jdbc);
  }
}
