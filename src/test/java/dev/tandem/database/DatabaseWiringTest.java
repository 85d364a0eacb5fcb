package dev.tandem.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.shared.HomeLock;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

class DatabaseWiringTest {
  private Path folder;

  @BeforeEach
  void home() throws IOException {
    folder =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "test-homes")), "wire-");
  }

  @AfterEach
  void leaveNothing() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }

  @Test
  void withoutAnUrlTheDatabaseComesUpInTheHomeAndStopsWithTheProgram() {
    program()
        .run(
            context -> {
              assertThat(version(context.getBean(JdbcClient.class))).contains("PostgreSQL");
              assertThat(folder.resolve("data/postgres/cluster/postmaster.pid")).exists();
            });
    assertThat(folder.resolve("data/postgres/cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  void anUrlOfOnesOwnWins() {
    var other = TestServer.running().migratedDatabase(getClass());
    program()
        .withPropertyValues(
            "spring.datasource.url=" + other.url(),
            "spring.datasource.username=" + other.username(),
            "spring.datasource.password=" + other.password())
        .run(
            context -> {
              assertThat(context).hasSingleBean(DataSource.class);
              assertThat(context).doesNotHaveBean(EmbeddedPostgres.class);
              var name =
                  context
                      .getBean(JdbcClient.class)
                      .sql("SELECT current_database()")
                      .query(String.class)
                      .single();
              assertThat(other.url()).contains(name);
              assertThat(folder.resolve("data/postgres")).isEmptyDirectory();
            });
    TestServer.running().drop(other);
  }

  private ApplicationContextRunner program() {
    return new ApplicationContextRunner()
        .withPropertyValues("tandem.home=" + folder)
        .withConfiguration(
            AutoConfigurations.of(
                DataSourceAutoConfiguration.class,
                JdbcTemplateAutoConfiguration.class,
                JdbcClientAutoConfiguration.class,
                FlywayAutoConfiguration.class))
        .withUserConfiguration(DatabaseConfiguration.class, Home.class);
  }

  private static String version(JdbcClient jdbc) {
    return jdbc.sql("SELECT version()").query(String.class).single();
  }

  @Configuration(proxyBeanMethods = false)
  static class Home {
    @Bean(destroyMethod = "close")
    HomeLock homeLock(@Value("${tandem.home}") String home) {
      return HomeLock.take(new TandemHome(Path.of(home)));
    }

    @Bean
    TandemHome tandemHome(HomeLock lock) {
      return lock.home();
    }
  }
}
