package dev.tandem.deals.crm;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Lets one run of a source work at a time, over all processes; freed when one dies. */
@Component
class SyncLock {
  private static final int SPACE = 0x7461_6e73;

  private final DataSource database;

  SyncLock(DataSource database) {
    this.database = database;
  }

  /** Held until it is closed; empty when somebody else reads this source. */
  Optional<Held> tryAcquire(String source) {
    try {
      var connection = database.getConnection();
      boolean got = false;
      try {
        got = ask(connection, "select pg_try_advisory_lock(?, hashtext(?))", source);
      } finally {
        if (!got) connection.close();
      }
      return got ? Optional.of(new Held(connection, source)) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }

  private static boolean ask(Connection connection, String question, String source)
      throws SQLException {
    try (var statement = connection.prepareStatement(question)) {
      statement.setInt(1, SPACE);
      statement.setString(2, source);
      try (var answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  /** A lock of its own connection. */
  record Held(Connection connection, String source) implements AutoCloseable {
    @Override
    public void close() {
      try (connection) {
        ask(connection, "select pg_advisory_unlock(?, hashtext(?))", source);
      } catch (SQLException e) {
        // the connection is gone, and the lock with it
      }
    }
  }
}
