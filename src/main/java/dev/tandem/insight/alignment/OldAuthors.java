package dev.tandem.insight.alignment;

import dev.tandem.identity.AgeingRecords;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who raised an issue for the meeting of both teams, long ago. */
@Component
class OldAuthors implements AgeingRecords {
  private static final String OLD = "author is not null and coalesce(raised, month) < ?";

  private final JdbcClient jdbc;

  OldAuthors(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "issue_authors";
  }

  @Override
  public String label() {
    return "Names on raised issues";
  }

  @Override
  public String effect() {
    return "The name goes, the issue and what was agreed stay.";
  }

  @Override
  public long due(Instant before) {
    return jdbc.sql("select count(*) from insight_issue where " + OLD)
        .param(before.atZone(ZoneOffset.UTC).toLocalDate())
        .query(Long.class)
        .single();
  }

  @Override
  public long remove(Instant before) {
    return jdbc.sql("update insight_issue set author = null, raised = null where " + OLD)
        .param(before.atZone(ZoneOffset.UTC).toLocalDate())
        .update();
  }
}
