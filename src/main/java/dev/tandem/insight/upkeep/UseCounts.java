package dev.tandem.insight.upkeep;

import java.time.Duration;
import java.time.Instant;
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
  record Uses(long ever, long lastYear, long recent, long before, @Nullable Instant last) {
    static final Uses NONE = new Uses(0, 0, 0, 0, null);
  }

  /** Reps and words by which an asset was called out of date. */
  record Complaint(String asset, Instant at, String rep) {}

  private final JdbcClient jdbc;

  UseCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<String, Uses> byAsset(Instant now) {
    var found = new HashMap<String, Uses>();
    jdbc.sql(
            """
            select asset, count(*) as ever, max(at) as last,
              count(*) filter (where at >= :year) as last_year,
              count(*) filter (where at >= :recent) as recent,
              count(*) filter (where at >= :before and at < :recent) as before
            from insight_event where action in %s group by asset
            """
                .formatted(USES))
        .param("year", now.minus(Duration.ofDays(365)).atOffset(ZoneOffset.UTC))
        .param("recent", now.minus(Duration.ofDays(90)).atOffset(ZoneOffset.UTC))
        .param("before", now.minus(Duration.ofDays(180)).atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              found.put(
                  row.getString("asset"),
                  new Uses(
                      row.getLong("ever"),
                      row.getLong("last_year"),
                      row.getLong("recent"),
                      row.getLong("before"),
                      row.getTimestamp("last").toInstant()));
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
