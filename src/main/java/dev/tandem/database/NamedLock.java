package dev.tandem.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Lets one at a time do what has this name, over all processes; the database frees it when one
 * dies.
 */
@Component
public class NamedLock {
  private static final int SPACE = 0x7461_6e73;

  private final DataSource database;

  NamedLock(DataSource database) {
    this.database = database;
  }

  /** Held until it is closed; empty when somebody else has it. */
  public Optional<Held> tryAcquire(String name) {
    try {
      var connection = database.getConnection();
      boolean got = false;
      try {
        got = ask(connection, "select pg_try_advisory_lock(?, hashtext(?))", name);
      } finally {
        if (!got) connection.close();
      }
      return got ? Optional.of(new Held(connection, name)) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }

  private static boolean ask(Connection connection, String question, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(question)) {
      statement.setInt(1, SPACE);
      statement.setString(2, name);
      try (var answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  /** A lock of its own connection. */
  public record Held(Connection connection, String name) implements AutoCloseable {
    @Override
    public void close() {
      try (connection) {
        ask(connection, "select pg_advisory_unlock(?, hashtext(?))", name);
      } catch (SQLException e) {
        // the connection is gone, and the lock with it
      }
    }
  }
}
