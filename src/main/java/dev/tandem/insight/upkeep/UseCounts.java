package dev.tandem.insight.upkeep;

import dev.tandem.insight.DailyUses;
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
  /**
   * @param recent, before uses in the last 90 days and in the 90 days before these
   */
  record Uses(long ever, long lastYear, long recent, long before, @Nullable LocalDate last) {
    static final Uses NONE = new Uses(0, 0, 0, 0, null);
  }

  /** Reps and words by which an asset was called out of date. */
  record Complaint(String asset, Instant at, String rep) {}

  private final JdbcClient jdbc;
  private final DailyUses uses;

  UseCounts(JdbcClient jdbc, DailyUses uses) {
    this.jdbc = jdbc;
    this.uses = uses;
  }

  Map<String, Uses> byAsset(LocalDate today) {
    var year = today.minusDays(365);
    var recent = today.minusDays(90);
    var before = today.minusDays(180);
    var sums = new HashMap<String, Sum>();
    uses.tell(
        (asset, day, n) -> {
          var sum = sums.computeIfAbsent(asset, unknown -> new Sum());
          sum.ever += n;
          if (day.isAfter(year)) sum.lastYear += n;
          if (day.isAfter(recent)) sum.recent += n;
          else if (day.isAfter(before)) sum.before += n;
          if (sum.last == null || day.isAfter(sum.last)) sum.last = day;
        });
    var found = new HashMap<String, Uses>();
    sums.forEach((asset, sum) -> found.put(asset, sum.uses()));
    return found;
  }

  private static final class Sum {
    long ever;
    long lastYear;
    long recent;
    long before;
    @Nullable LocalDate last;

    Uses uses() {
      return new Uses(ever, lastYear, recent, before, last);
    }
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
            "select distinct asset, deal from insight_pair where deal is not null and asset ="
                + " any(?)")
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
