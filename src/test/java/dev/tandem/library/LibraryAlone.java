package dev.tandem.library;

import dev.tandem.shared.TandemHome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The library and the taxonomy with real files and a real database, and nothing else. */
public final class LibraryAlone implements AutoCloseable {
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  public LibraryAlone(Path home, DataSource source) {
    context.registerBean(TandemHome.class, () -> new TandemHome(home));
    context.registerBean(DataSource.class, () -> source);
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
    context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(source));
    context.registerBean(Clock.class, Clock::systemUTC);
    context.registerBean(
        "conversionService",
        org.springframework.core.convert.support.DefaultConversionService.class,
        org.springframework.core.convert.support.DefaultConversionService::new);
    var scanner = new ClassPathBeanDefinitionScanner(context);
    scanner.addExcludeFilter(
        new RegexPatternTypeFilter(Pattern.compile("dev\\.tandem\\..*\\.(ui|web|cli)\\..*")));
    scanner.scan(
        "dev.tandem.taxonomy",
        "dev.tandem.library.store",
        "dev.tandem.library.intake",
        "dev.tandem.library.classification",
        "dev.tandem.library.extraction.isolation");
    context.refresh();
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
