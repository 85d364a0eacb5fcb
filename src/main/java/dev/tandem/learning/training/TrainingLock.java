package dev.tandem.learning.training;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Lets one trainer work at a time, over all processes; the database frees it when one dies. */
@Component
class TrainingLock {
  private static final long KEY = 0x7461_6e64_656d_0004L;

  private final DataSource database;

  TrainingLock(DataSource database) {
    this.database = database;
  }

  /** Held until it is closed; empty when somebody else trains. */
  Optional<Held> tryAcquire() {
    try {
      var connection = database.getConnection();
      boolean got = false;
      try {
        got = ask(connection, "select pg_try_advisory_lock(?)");
      } finally {
        if (!got) connection.close();
      }
      return got ? Optional.of(new Held(connection)) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }

  private static boolean ask(Connection connection, String question) throws SQLException {
    try (var statement = connection.prepareStatement(question)) {
      statement.setLong(1, KEY);
      try (var answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  /** A lock of its own connection. */
  record Held(Connection connection) implements AutoCloseable {
    @Override
    public void close() {
      try (connection) {
        ask(connection, "select pg_advisory_unlock(?)");
      } catch (SQLException e) {
        // the connection is gone, and the lock with it
      }
    }
  }
}
