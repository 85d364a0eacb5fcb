package dev.tandem.feedback;

import dev.tandem.identity.ColumnRecords;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was shown, used and judged what. */
@Component
class FeedbackPeople extends ColumnRecords {
  FeedbackPeople(JdbcClient jdbc) {
    super(
        jdbc,
        "feedback",
        "what was shown, used and judged stays, since assets and deals are judged by it",
        List.of(pseudonymised("feedback_event", "rep")));
  }
}
