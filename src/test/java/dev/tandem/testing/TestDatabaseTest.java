package dev.tandem.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class TestDatabaseTest {
  @Test
  void theDatabaseIsThisClassesOwn(JdbcClient jdbc) {
    assertThat(jdbc.sql("SELECT current_database()").query(String.class).single())
        .startsWith("test_testdatabasetest_");
  }

  @Test
  void tablesCanBeMadeInIt(JdbcClient jdbc) {
    jdbc.sql("CREATE TABLE mine (id int)").update();
    assertThat(jdbc.sql("SELECT count(*) FROM mine").query(Integer.class).single()).isZero();
  }
}
