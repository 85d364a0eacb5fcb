package dev.tandem.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tandem.database.TestServer;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * For tests of repositories, without Spring: {@code @ExtendWith(TestDatabase.class)} and a
 * parameter of type {@link JdbcClient}, {@link DataSource}, {@link PlatformTransactionManager} or
 * {@link TransactionTemplate} in the constructor or a method. One migrated database for each test
 * class.
 */
public final class TestDatabase implements BeforeAllCallback, ParameterResolver {
  private static final Namespace HERE = Namespace.create(TestDatabase.class);

  private record Opened(TestServer server, TestServer.Access access, HikariDataSource source)
      implements AutoCloseable {
    static Opened forTest(Class<?> test) {
      boolean asGuest = test.isAnnotationPresent(AsGuestOfTheServer.class);
      var server = asGuest ? TestServer.asIfExternal() : TestServer.running();
      var access = server.migratedDatabase(test);
      var config = new HikariConfig();
      config.setJdbcUrl(access.url());
      config.setUsername(access.username());
      config.setPassword(access.password());
      config.setMaximumPoolSize(8);
      config.setMinimumIdle(0);
      return new Opened(server, access, new HikariDataSource(config));
    }

    @Override
    public void close() {
      source.close();
      server.drop(access);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    var _ = opened(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == JdbcClient.class
        || type == DataSource.class
        || type == PlatformTransactionManager.class
        || type == TransactionTemplate.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var source = opened(context).source();
    var type = parameter.getParameter().getType();
    if (type == DataSource.class) {
      return source;
    }
    if (type == JdbcClient.class) {
      return JdbcClient.create(source);
    }
    var transactions = new JdbcTransactionManager(source);
    return type == TransactionTemplate.class ? new TransactionTemplate(transactions) : transactions;
  }

  private static Opened opened(ExtensionContext context) {
    return context
        .getStore(HERE)
        .computeIfAbsent(
            Opened.class, key -> Opened.forTest(context.getRequiredTestClass()), Opened.class);
  }
}
