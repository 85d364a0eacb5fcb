package dev.tandem.search;

import dev.tandem.identity.ColumnRecords;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose saved searches. */
@Component
class SearchPeople extends ColumnRecords {
  SearchPeople(JdbcClient jdbc) {
    super(jdbc, "searches", "", List.of(deleted("search_saved", "owner")));
  }
}
