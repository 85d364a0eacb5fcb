package dev.tandem.recommendation;

import dev.tandem.identity.ColumnRecords;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who judged situations. */
@Component
class JudgmentPeople extends ColumnRecords {
  JudgmentPeople(JdbcClient jdbc) {
    super(
        jdbc,
        "judgments",
        "judged situations stay, since rankings are measured by them",
        List.of(
            pseudonymised("recommendation_situation", "changed_by"),
            pseudonymised("recommendation_judgment", "judged_by"),
            pseudonymised("recommendation_curation", "made_by"),
            pseudonymised("recommendation_curation", "ended_by")));
  }
}
