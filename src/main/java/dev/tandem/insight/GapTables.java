package dev.tandem.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was looked for and not found. */
@Repository
class GapTables {
  private static final int MOST_QUERIES = 400;

  /**
   * @param times searches with these words
   * @param failed of these, without a use
   * @param most results any of them had
   */
  record Asked(
      String query, long times, long failed, long most, List<String> reps, List<String> deals) {}

  /**
   * The newest list that was shown for a deal.
   *
   * @param best the score of its first item
   */
  record Candidate(String deal, double best, String model, boolean used) {}

  private final JdbcClient jdbc;

  GapTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Words that were searched for without a use, most failures first. */
  List<Asked> failedSearches(Days days) {
    return between(
            days,
            """
            with asked as (
              select s.rep, s.deal, lower(s.query) as query, cardinality(s.assets) as found,
                s.first_use_seconds is not null as used,
                lower(lead(s.query) over next) as next_query,
                lead(s.at) over next - s.at as until_next
              from insight_slate s
              where s.at >= :from and s.at < :to and s.surface = 'search' and s.query <> ''
              window next as (partition by s.rep order by s.at, s.slate))
            select query, count(*) as times, count(*) filter (where not used) as failed,
              max(found) as most, array_agg(distinct rep) as reps,
              array_agg(distinct deal) filter (where deal is not null) as deals
            from asked
            where used or next_query is null or until_next > interval '1 minute'
              or not (starts_with(next_query, query) or starts_with(query, next_query))
            group by query
            having count(*) filter (where not used) > 0
              and (count(*) filter (where not used) > 1 or max(found) = 0)
            order by failed desc, query limit
            """
                + MOST_QUERIES)
        .query(
            (row, n) ->
                new Asked(
                    row.getString("query"),
                    row.getLong("times"),
                    row.getLong("failed"),
                    row.getLong("most"),
                    texts(row, "reps"),
                    texts(row, "deals")))
        .list();
  }

  List<Candidate> newestOfDeals(Days days) {
    return between(
            days,
            """
            select distinct on (deal) deal, best, coalesce(model, '') as model,
              first_use_seconds is not null as used
            from insight_slate
            where at >= :from and at < :to and deal is not null and best is not null
              and surface in ('deal', 'sidebar')
            order by deal, at desc
            """)
        .query(
            (row, n) ->
                new Candidate(
                    row.getString("deal"),
                    row.getDouble("best"),
                    row.getString("model"),
                    row.getBoolean("used")))
        .list();
  }

  private JdbcClient.StatementSpec between(Days days, String sql) {
    var window = days.window();
    return jdbc.sql(sql)
        .param("from", Timestamp.from(window.from()))
        .param("to", Timestamp.from(window.to()));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    java.sql.@Nullable Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
