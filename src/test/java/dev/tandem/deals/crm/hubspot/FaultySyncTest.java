package dev.tandem.deals.crm.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.testing.TestDatabase;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.class)
class FaultySyncTest {
  @Test
  void nothingIsLostOrDoubledWhateverFails(DataSource database, @TempDir Path home) {
    try (var sync = new FaultySync(home, database, 2_000)) {
      var result = sync.toTheEnd(done -> {});
      assertThat(sync.faults.keySet()).as("it did fail").hasSizeGreaterThan(2);
      assertThat(result.missing()).isZero();
      assertThat(result.surplus()).isZero();
      assertThat(result.different()).isZero();
      assertThat(result.outcome().added()).isEqualTo(2_000);
      assertThat(result.outcome().refused()).isZero();
    }
  }
}
