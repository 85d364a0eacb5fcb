package dev.tandem.insight;

import dev.tandem.insight.AssetRow.Reason;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why assets were judged not helpful or dismissed. */
@Repository
class ReasonTables {
  private final JdbcClient jdbc;

  ReasonTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The reasons given for each asset, the most frequent first. */
  Map<String, List<Reason>> byAsset(Days days) {
    var window = days.window();
    var reasons = new HashMap<String, List<Reason>>();
    jdbc.sql(
            """
            select asset, reason, count(*) as n from insight_event
            where at >= :from and at < :to and reason is not null
              and action in ('not_helpful', 'dismissal')
            group by asset, reason order by n desc, reason
            """)
        .param("from", Timestamp.from(window.from()))
        .param("to", Timestamp.from(window.to()))
        .query(
            (row, n) ->
                reasons
                    .computeIfAbsent(row.getString("asset"), asset -> new ArrayList<>())
                    .add(new Reason(row.getString("reason"), row.getLong("n"))))
        .list();
    return reasons;
  }
}
