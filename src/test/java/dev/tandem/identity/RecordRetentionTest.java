package dev.tandem.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class RecordRetentionTest {
  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");
  private static final UserId DANA = new UserId("dana");

  private final Kept notes = new Kept("notes");
  private final Kept letters = new Kept("letters");
  private final RecordRetention retention;

  RecordRetentionTest(JdbcClient jdbc) {
    jdbc.sql("delete from record_retention").update();
    jdbc.sql("delete from record_retention_run").update();
    retention =
        new RecordRetention(List.of(notes, letters), jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static final class Kept implements AgeingRecords {
    final List<Instant> moments = new ArrayList<>();
    private final String kind;

    Kept(String kind) {
      this.kind = kind;
      for (int age : new int[] {50, 99, 101, 400}) moments.add(NOW.minus(Duration.ofDays(age)));
    }

    @Override
    public String kind() {
      return kind;
    }

    @Override
    public String label() {
      return kind;
    }

    @Override
    public String effect() {
      return "";
    }

    @Override
    public long due(Instant before) {
      return moments.stream().filter(before::isAfter).count();
    }

    @Override
    public long remove(Instant before) {
      long due = due(before);
      moments.removeIf(before::isAfter);
      return due;
    }
  }

  @Test
  void whatIsOlderThanItsPeriodGoesAndTheRunIsWrittenDown() {
    retention.set("notes", 100, DANA);
    assertThat(retention.due()).isEqualTo(2);
    assertThat(retention.run()).isEqualTo(2);
    assertThat(notes.moments).hasSize(2);
    assertThat(letters.moments).hasSize(4);
    assertThat(retention.lastRun()).contains(new RecordRetention.Run(NOW, 2));
    assertThat(retention.run()).isZero();
    assertThat(retention.lastRun()).contains(new RecordRetention.Run(NOW, 2));
  }

  @Test
  void nothingGoesByItselfUntilAnAdministratorSetsAPeriod() {
    assertThat(retention.due()).isZero();
    assertThat(retention.run()).isZero();
    assertThat(retention.lastRun()).isEmpty();
  }

  @Test
  void eachKindHasItsOwnPeriodAndCanBeKeptForGoodAgain() {
    retention.set("notes", 100, DANA);
    retention.set("letters", 365, DANA);
    retention.set("notes", null, DANA);
    assertThat(retention.run()).isEqualTo(1);
    assertThat(notes.moments).hasSize(4);
    assertThat(letters.moments).hasSize(3);
  }

  @Test
  void periodsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> retention.set("notes", 29, DANA)).hasMessageContaining("30 to 3,650");
    assertThatThrownBy(() -> retention.set("notes", 3651, DANA)).hasMessageContaining("30 to");
    assertThatThrownBy(() -> retention.set("other", 100, DANA)).hasMessageContaining("no such");
  }
}
