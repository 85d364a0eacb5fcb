package dev.tandem.database;

import dev.tandem.shared.TandemHome;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Starts the embedded server and tells Spring Boot where it is: Boot's pool, Flyway and health then
 * work as with any other PostgreSQL.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(DatabaseConfiguration.NoOtherDatabase.class)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {
  @Bean
  EmbeddedPostgres embeddedPostgres(TandemHome home, DatabaseProperties properties) {
    return EmbeddedPostgres.start(home.postgres(), properties);
  }

  @Bean
  JdbcConnectionDetails embeddedPostgresConnection(EmbeddedPostgres postgres) {
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return EmbeddedPostgres.TANDEM;
      }

      @Override
      public String getPassword() {
        return postgres.password();
      }

      @Override
      public String getJdbcUrl() {
        return postgres.url();
      }
    };
  }

  static class NoOtherDatabase extends SpringBootCondition {
    @Override
    public ConditionOutcome getMatchOutcome(
        ConditionContext context, AnnotatedTypeMetadata metadata) {
      var url = context.getEnvironment().getProperty("spring.datasource.url", "");
      return url.isBlank()
          ? ConditionOutcome.match("spring.datasource.url is not set")
          : ConditionOutcome.noMatch("spring.datasource.url names another database");
    }
  }
}
