package dev.tandem.insight.upkeep;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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

    static Uses on(LocalDate day, long uses, LocalDate today) {
      long age = ChronoUnit.DAYS.between(day, today);
      return new Uses(
          uses, age < 365 ? uses : 0, age < 90 ? uses : 0, age >= 90 && age < 180 ? uses : 0, day);
    }

    Uses plus(Uses other) {
      return new Uses(
          ever + other.ever,
          lastYear + other.lastYear,
          recent + other.recent,
          before + other.before,
          last == null || (other.last != null && other.last.isAfter(last)) ? other.last : last);
    }
  }

  /** Reps and words by which an asset was called out of date. */
  record Complaint(String asset, Instant at, String rep) {}

  private final JdbcClient jdbc;

  UseCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** From the days as they are folded: months that are over by asset, then the days since. */
  Map<String, Uses> byAsset(LocalDate today) {
    var found = new HashMap<String, Uses>();
    jdbc.sql("select day, asset, uses from insight_trend")
        .query(
            row -> {
              var before = row.getObject("day", LocalDate.class).minusDays(1);
              var bytes = ByteBuffer.wrap(row.getBytes("uses"));
              while (bytes.hasRemaining())
                add(
                    found,
                    row.getString("asset"),
                    before.plusDays(bytes.getShort()),
                    bytes.getInt(),
                    today);
            });
    jdbc.sql(
            """
            select asset, day, sum(uses) as uses from insight_pair
            where day >= (
              select coalesce(max(day) + interval '1 month', '-infinity') from insight_month)
            group by asset, day
            """)
        .query(
            row -> {
              add(
                  found,
                  row.getString("asset"),
                  row.getObject("day", LocalDate.class),
                  row.getLong("uses"),
                  today);
            });
    return found;
  }

  private static void add(
      Map<String, Uses> found, String asset, LocalDate day, long uses, LocalDate today) {
    found.merge(asset, Uses.on(day, uses, today), Uses::plus);
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
