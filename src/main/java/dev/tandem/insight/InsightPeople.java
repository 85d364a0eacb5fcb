package dev.tandem.insight;

import dev.tandem.identity.ColumnRecords;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose uses stand in the tables of the reports, and who looked at whose figures. */
@Component
class InsightPeople extends ColumnRecords {
  InsightPeople(JdbcClient jdbc) {
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
  }
}
