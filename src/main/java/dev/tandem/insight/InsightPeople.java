package dev.tandem.insight;

import dev.tandem.identity.ColumnRecords;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Whose uses stand in the tables of the reports, and who looked at whose figures. An export is such
 * a look, and is written down like the others.
 */
@Component
class InsightPeople extends ColumnRecords {
  private static final String OPERATOR = "command-line";

  private final JdbcClient jdbc;
  private final Clock clock;

  InsightPeople(JdbcClient jdbc, Clock clock) {
    super(
        jdbc,
        "reports",
        "",
        List.of(
            pseudonymised("insight_event", "rep"),
            pseudonymised("insight_slate", "rep"),
            pseudonymised("insight_pair", "rep"),
            pseudonymised("insight_person", "rep"),
            pseudonymised("insight_number", "name"),
            pseudonymised("insight_privacy", "changed_by"),
            pseudonymised("insight_figure_access", "viewer"),
            pseudonymised("insight_subject_change", "noted_by"),
            pseudonymised("insight_issue", "author"),
            deleted("insight_figure_access", "person")));
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public List<JsonNode> export(Person person) {
    var rows = super.export(person);
    if (!rows.isEmpty())
      jdbc.sql("insert into insight_figure_access (at, viewer, person, what) values (?, ?, ?, ?)")
          .params(
              clock.instant().atOffset(ZoneOffset.UTC),
              OPERATOR,
              person.id().value(),
              "export of all")
          .update();
    return rows;
  }
}
