package dev.tandem.feedback;

import dev.tandem.testing.AsGuestOfTheServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log keeps its promises on a PostgreSQL of the company's own, too. */
@AsGuestOfTheServer
class FeedbackLogOnExternalServerTest extends FeedbackLogTest {
  FeedbackLogOnExternalServerTest(JdbcClient jdbc) {
    super(jdbc);
  }
}
