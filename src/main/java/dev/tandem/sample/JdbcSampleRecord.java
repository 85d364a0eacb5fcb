package dev.tandem.sample;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database knows of a sample company in it. */
@Component
class JdbcSampleRecord {
  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcSampleRecord(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param shiftDays by how many days its dates were moved; the same when loading goes on later
   * @param requests whether its requests for content are in
   */
  record Load(String name, int shiftDays, boolean requests, boolean finished) {}

  Optional<Load> find() {
    return jdbc.sql(
            """
            select name, shift_days, exists (select from sample_requests) as requests,
              finished_at is not null as finished
            from sample_load
            """)
        .query(
            (row, number) ->
                new Load(
                    row.getString("name"),
                    row.getInt("shift_days"),
                    row.getBoolean("requests"),
                    row.getBoolean("finished")))
        .optional();
  }

  Load begin(String name, int shiftDays) {
    jdbc.sql("insert into sample_load (name, shift_days, started_at) values (:name, :days, :now)")
        .param("name", name)
        .param("days", shiftDays)
        .param("now", now())
        .update();
    return new Load(name, shiftDays, false, false);
  }

  void noteRequests() {
    jdbc.sql("insert into sample_requests (taken_at) values (:now)").param("now", now()).update();
  }

  void finish() {
    jdbc.sql("update sample_load set finished_at = :now").param("now", now()).update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
