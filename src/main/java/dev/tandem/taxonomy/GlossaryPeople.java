package dev.tandem.taxonomy;

import dev.tandem.identity.ColumnRecords;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who changed which word. */
@Component
class GlossaryPeople extends ColumnRecords {
  GlossaryPeople(JdbcClient jdbc) {
    super(
        jdbc,
        "glossary",
        "what a word means stays, since both teams go by it",
        List.of(pseudonymised("glossary_version", "changed_by")));
  }
}
