package dev.tandem.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.shared.TandemHome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TandemTest
class TandemTestTest {
  @Autowired private TandemHome home;
  @Autowired private JdbcClient jdbc;

  @Test
  void theWholeProgramStartsInAHomeOfItsOwn() {
    assertThat(home.folder().toString()).contains("test-homes");
    assertThat(home.data()).isDirectory();
    assertThat(jdbc.sql("SELECT current_database()").query(String.class).single())
        .startsWith("test_tandemtesttest_");
  }

  @Nested
  class Inside {
    @Test
    void nestedTestsShareIt(@Autowired TandemHome same) {
      assertThat(same).isEqualTo(home);
    }
  }
}
