package dev.tandem.insight.alignment;

import dev.tandem.shared.Proportion;
import dev.tandem.shared.TimeWindow;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the tables of the reports say of one month. */
@Repository
class MonthCounts {
  private static final String USES = "('open', 'download', 'copy_link', 'share')";

  record Counts(
      long uses,
      long people,
      long shares,
      long buyerViews,
      long helpful,
      long rated,
      long dismissed,
      long assets) {}

  private final JdbcClient jdbc;

  MonthCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Counts of(TimeWindow window) {
    return asked(
            """
            select count(*) filter (where action in %1$s) as uses,
              count(distinct rep) filter (where action in %1$s) as people,
              count(*) filter (where action = 'share') as shares,
              count(*) filter (where action = 'buyer_view') as views,
              count(*) filter (where action = 'helpful') as helpful,
              count(*) filter (where action in ('helpful', 'not_helpful')) as rated,
              count(*) filter (where action = 'dismissal') as dismissed,
              count(distinct asset) filter (where action in %1$s) as assets
            from insight_event where at >= ? and at < ?
            """
                .formatted(USES),
            window)
        .query(
            (row, n) ->
                new Counts(
                    row.getLong("uses"),
                    row.getLong("people"),
                    row.getLong("shares"),
                    row.getLong("views"),
                    row.getLong("helpful"),
                    row.getLong("rated"),
                    row.getLong("dismissed"),
                    row.getLong("assets")))
        .single();
  }

  /** Searches with words after which something of the same slate was used, out of all. */
  Proportion searches(TimeWindow window) {
    return asked(
            """
            select count(*) as searches, count(*) filter (where exists (select 1 from insight_event
              e where e.slate = s.slate and e.action in %s)) as used
            from insight_slate s where s.at >= ? and s.at < ? and s.surface = 'search'
              and s.query <> ''
            """
                .formatted(USES),
            window)
        .query((row, n) -> new Proportion(row.getLong("used"), row.getLong("searches")))
        .single();
  }

  /** What was used on each of the deals, the most used first. */
  Map<String, List<String>> contentOf(List<String> deals) {
    var found = new HashMap<String, List<String>>();
    if (deals.isEmpty()) return found;
    jdbc.sql(
            "select deal, asset from insight_event where deal = any(?) and action in ('share',"
                + " 'copy_link', 'download', 'buyer_view') group by deal, asset order by deal,"
                + " count(*) desc, asset")
        .param(deals.toArray(String[]::new))
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getString(1), unused -> new java.util.ArrayList<>())
                  .add(row.getString(2));
            });
    return found;
  }

  private JdbcClient.StatementSpec asked(String sql, TimeWindow window) {
    return jdbc.sql(sql).param(Timestamp.from(window.from())).param(Timestamp.from(window.to()));
  }
}
