package dev.tandem.insight;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
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
  private final NameNumbers names;

  GapTables(JdbcClient jdbc, NameNumbers names) {
    this.jdbc = jdbc;
    this.names = names;
  }

  /** Words that were searched for without a use, most failures first. */
  List<Asked> failedSearches(Days days) {
    var known = names.now();
    var asked = new ArrayList<Asked>();
    jdbc.sql(
            """
            with most as (
              select query, sum(times) as times, sum(failed) as failed, max(most) as most
              from insight_search where day between :first and :last
              group by query
              having sum(failed) > 0 and (sum(failed) > 1 or max(most) = 0)
              order by failed desc, query limit %d)
            select query, m.times, m.failed, m.most, string_agg(s.reps, ''::bytea) as reps,
              string_agg(s.deals, ''::bytea) as deals
            from most m join insight_search s using (query)
            where s.day between :first and :last
            group by query, m.times, m.failed, m.most
            order by m.failed desc, query
            """
                .formatted(MOST_QUERIES))
        .param("first", days.first())
        .param("last", days.last())
        .query(
            row -> {
              asked.add(
                  new Asked(
                      row.getString("query"),
                      row.getLong("times"),
                      row.getLong("failed"),
                      row.getLong("most"),
                      named(row.getBytes("reps"), known),
                      named(row.getBytes("deals"), known)));
            });
    return asked;
  }

  private static List<String> named(byte[] bytes, NameNumbers.Known known) {
    var names = new TreeSet<String>();
    for (var numbers = ByteBuffer.wrap(bytes).asIntBuffer(); numbers.hasRemaining(); )
      names.add(known.name(numbers.get()));
    return List.copyOf(names);
  }

  /**
   * @param deals all that there are; each is looked up by itself
   */
  List<Candidate> newestOfDeals(Days days, Collection<String> deals) {
    var window = days.window();
    return jdbc.sql(
            """
            select d.deal, s.best, s.model, s.used
            from unnest(:deals) d (deal) cross join lateral (
              select best, coalesce(model, '') as model, first_use_seconds is not null as used
              from insight_slate s
              where s.deal = d.deal and s.at >= :from and s.at < :to and s.best is not null
                and s.surface in ('deal', 'sidebar')
              order by s.at desc limit 1) s
            """)
        .param("deals", deals.toArray(String[]::new))
        .param("from", Timestamp.from(window.from()))
        .param("to", Timestamp.from(window.to()))
        .query(
            (row, n) ->
                new Candidate(
                    row.getString("deal"),
                    row.getDouble("best"),
                    row.getString("model"),
                    row.getBoolean("used")))
        .list();
  }
}
