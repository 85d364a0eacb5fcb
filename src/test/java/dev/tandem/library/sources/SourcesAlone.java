package dev.tandem.library.sources;

import dev.tandem.database.NamedLock;
import dev.tandem.shared.Pause;
import dev.tandem.shared.TandemHome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The library with one source, on real files and a real database, and nothing else. */
public final class SourcesAlone implements AutoCloseable {
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  /**
   * @param opened is given out for type {@code memory}
   */
  public SourcesAlone(Path home, DataSource database, SourceAccess access, ContentSource opened) {
    context.registerBean(TandemHome.class, () -> new TandemHome(home));
    context.registerBean(DataSource.class, () -> new DelegatingDataSource(database));
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
    context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database));
    context.registerBean(Clock.class, Clock::systemUTC);
    context.registerBean(
        "conversionService", DefaultConversionService.class, DefaultConversionService::new);
    context.registerBean(
        SourceSettings.class,
        () -> new SourceSettings(Duration.ofHours(1), Map.of("files", access)));
    context.registerBean(Pause.class, () -> duration -> true);
    context.registerBean(NamedLock.class);
    context.registerBean(ContentSourceFactory.class, () -> new InMemory(opened));
    var scanner = new ClassPathBeanDefinitionScanner(context);
    scanner.addExcludeFilter(
        new RegexPatternTypeFilter(
            Pattern.compile(
                "dev\\.tandem\\..*\\.(ui|web|cli)\\..*|.*\\.(SourceWork|SourceSchedule)")));
    scanner.scan(
        "dev.tandem.taxonomy",
        "dev.tandem.library.store",
        "dev.tandem.library.intake",
        "dev.tandem.library.classification",
        "dev.tandem.library.extraction.isolation",
        "dev.tandem.library.sources");
    context.refresh();
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  public SourceReport run() {
    return run(false);
  }

  public SourceReport run(boolean archiveAll) {
    return get(SourceSync.class).run("files", archiveAll, done -> {}).orElseThrow();
  }

  private record InMemory(ContentSource source) implements ContentSourceFactory {
    @Override
    public String type() {
      return "memory";
    }

    @Override
    public ContentSource open(String name, SourceAccess access) {
      return source;
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
