package dev.tandem.insight.upkeep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the tables of the reports say of the use of assets. */
@Repository
class UseCounts {
  private static final String USES = "('open', 'download', 'copy_link', 'share')";

  /**
   * @param recent, before uses in the last 90 days and in the 90 days before these
   */
  record Uses(long ever, long lastYear, long recent, long before, @Nullable LocalDate last) {
    static final Uses NONE = new Uses(0, 0, 0, 0, null);
  }

  /** Reps and words by which an asset was called out of date. */
  record Complaint(String asset, Instant at, String rep) {}

  private final JdbcClient jdbc;

  UseCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * From the days as they are folded: a row for each day on which an asset was listed, and not one
   * for each event.
   */
  Map<String, Uses> byAsset(LocalDate today) {
    var found = new HashMap<String, Uses>();
    jdbc.sql(
            """
            select asset, sum(uses) as ever, max(day) as last,
              coalesce(sum(uses) filter (where day > :year), 0) as last_year,
              coalesce(sum(uses) filter (where day > :recent), 0) as recent,
              coalesce(sum(uses) filter (where day > :before and day <= :recent), 0) as before
            from (
              select asset, day, opens + downloads + copies + shares as uses from insight_day) as d
            where uses > 0 group by asset
            """)
        .param("year", today.minusDays(365))
        .param("recent", today.minusDays(90))
        .param("before", today.minusDays(180))
        .query(
            row -> {
              found.put(
                  row.getString("asset"),
                  new Uses(
                      row.getLong("ever"),
                      row.getLong("last_year"),
                      row.getLong("recent"),
                      row.getLong("before"),
                      row.getObject("last", LocalDate.class)));
            });
    return found;
  }

  /** In whatever words the surfaces have for it. */
  List<Complaint> calledOutdated(Instant since) {
    return jdbc.sql(
            """
            select asset, at, coalesce(rep, '') as rep from insight_event
            where at >= ? and action in ('not_helpful', 'dismissal')
              and reason ~* '(out[ -]?of[ -]?date|outdated|dated|obsolete|veraltet)'
            """)
        .param(since.atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new Complaint(
                    row.getString("asset"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("rep")))
        .list();
  }

  /** The deals on which each of the assets was used. */
  Map<String, List<String>> deals(List<String> assets) {
    var found = new HashMap<String, List<String>>();
    if (assets.isEmpty()) return found;
    jdbc.sql(
            "select distinct asset, deal from insight_event where deal is not null and asset ="
                + " any(?) and action in "
                + USES)
        .param(assets.toArray(String[]::new))
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getString(1), unused -> new java.util.ArrayList<>())
                  .add(row.getString(2));
            });
    return found;
  }
}
