package dev.tandem.requests;

import dev.tandem.deals.Opportunities;
import dev.tandem.library.Assets;
import dev.tandem.messages.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests as they were used at another moment, for what happened before it is told here. */
@Component
public class PastRequests {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final RequestOwners owners;
  private final ServiceLevels levels;
  private final Opportunities opportunities;
  private final Assets assets;
  private final Messages messages;

  PastRequests(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      RequestOwners owners,
      ServiceLevels levels,
      Opportunities opportunities,
      Assets assets,
      Messages messages) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.owners = owners;
    this.levels = levels;
    this.opportunities = opportunities;
    this.assets = assets;
    this.messages = messages;
  }

  /** What is asked, moved and told by it bears this moment, and promises count from it. */
  public ContentRequests at(Instant moment) {
    var clock = Clock.fixed(moment, ZoneId.systemDefault());
    return new JdbcContentRequests(
        jdbc,
        transaction,
        owners,
        levels,
        opportunities,
        new RequestMoves(jdbc, assets, clock),
        new RequestNews(messages, assets, clock),
        clock);
  }
}
