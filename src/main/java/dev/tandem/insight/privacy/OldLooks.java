package dev.tandem.insight.privacy;

import dev.tandem.identity.AgeingRecords;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who looked at whose figures, long ago. */
@Component
class OldLooks implements AgeingRecords {
  private final JdbcClient jdbc;

  OldLooks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "figure_looks";
  }

  @Override
  public String label() {
    return "Looks at people's figures";
  }

  @Override
  public String effect() {
    return "Deleted: nobody can tell any more who looked at whose figures.";
  }

  @Override
  public long due(Instant before) {
    return jdbc.sql("select count(*) from insight_figure_access where at < ?")
        .param(before.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  @Override
  public long remove(Instant before) {
    return jdbc.sql("delete from insight_figure_access where at < ?")
        .param(before.atOffset(ZoneOffset.UTC))
        .update();
  }
}
