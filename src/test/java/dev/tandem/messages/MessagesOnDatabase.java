package dev.tandem.messages;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The messages of a test database, without the rest of the program. */
public final class MessagesOnDatabase {
  private MessagesOnDatabase() {}

  public static Messages open(JdbcClient jdbc, Clock clock) {
    return new JdbcMessages(jdbc, clock);
  }
}
