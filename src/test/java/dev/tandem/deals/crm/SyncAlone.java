package dev.tandem.deals.crm;

import dev.tandem.database.NamedLock;
import dev.tandem.identity.Users;
import dev.tandem.shared.Pause;
import dev.tandem.shared.SealedSecrets;
import dev.tandem.shared.TandemHome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Deals, vocabularies and their sync on a real database, and nothing else. */
public final class SyncAlone implements AutoCloseable {
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  public SyncAlone(Path home, DataSource source, SyncSettings settings, Clock clock) {
    this(home, source, settings, clock, null);
  }

  /**
   * @param gateway answers as type {@code memory}, or null
   */
  public SyncAlone(
      Path home,
      DataSource source,
      SyncSettings settings,
      Clock clock,
      @Nullable CrmGateway gateway) {
    context.registerBean(TandemHome.class, () -> new TandemHome(home));
    context.registerBean(DataSource.class, () -> new DelegatingDataSource(source)); // it stays open
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
    context.registerBean(
        NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(source));
    context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(source));
    context.registerBean(Clock.class, () -> clock);
    context.registerBean(SyncSettings.class, () -> settings);
    var users = Mockito.mock(Users.class);
    Mockito.when(users.find(Mockito.any())).thenReturn(Optional.empty());
    context.registerBean(Users.class, () -> users);
    context.registerBean(SealedSecrets.class);
    if (gateway != null) context.registerBean(CrmGatewayFactory.class, () -> new InMemory(gateway));
    var scanner = new ClassPathBeanDefinitionScanner(context);
    scanner.addExcludeFilter(
        new RegexPatternTypeFilter(
            Pattern.compile("dev\\.tandem\\..*\\.(ui|web|cli)\\..*|.*\\.(SyncWork|SyncSchedule)")));
    context.registerBean(NamedLock.class);
    scanner.scan("dev.tandem.taxonomy", "dev.tandem.deals");
    context.registerBean(Pause.class, () -> duration -> true);
    context.refresh();
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  public SyncReport run(String source) {
    return get(DealSync.class).run(source, false, done -> {}).orElseThrow();
  }

  /** One source, without overlap. */
  public static SyncSettings settings(String name, CrmAccess access) {
    return new SyncSettings(
        Duration.ofMinutes(15), Duration.ZERO, null, null, Map.of(name, access));
  }

  private record InMemory(CrmGateway gateway) implements CrmGatewayFactory {
    @Override
    public String type() {
      return "memory";
    }

    @Override
    public CrmGateway open(String source, CrmAccess access) {
      return gateway;
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
