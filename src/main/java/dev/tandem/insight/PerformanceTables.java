package dev.tandem.insight;

import dev.tandem.deals.OpportunityId;
import dev.tandem.shared.Proportion;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The questions that the reports ask of the read model. */
@Repository
class PerformanceTables {
  private static final String USES = "opens + downloads + copies + shares";
  private static final String COUNTS =
      "asset, stage, served, impressions, seen, used, opens, downloads, copies, shares,"
          + " buyer_views, helpful, not_helpful, dismissals";

  record WeekCount(LocalDate monday, Map<Action, Long> counts, Proportion searches) {}

  record Position(String asset, int position, long seen, long used) {}

  private final JdbcClient jdbc;

  PerformanceTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All counts of the days by asset and stage. */
  List<DayCounts> counts(Days days) {
    var stretch = stretch(days);
    return bind(
            jdbc.sql(
                """
                select asset, stage, sum(served) as served, sum(impressions) as impressions,
                  sum(seen) as seen, sum(used) as used, sum(opens) as opens,
                  sum(downloads) as downloads, sum(copies) as copies, sum(shares) as shares,
                  sum(buyer_views) as buyer_views, sum(helpful) as helpful,
                  sum(not_helpful) as not_helpful, sum(dismissals) as dismissals
                from\
                """
                    + stretch.of(COUNTS, "insight_day", "insight_month")
                    + " r group by asset, stage"),
            stretch)
        .query(DayCounts::read)
        .list();
  }

  /** Weeks by their Monday; the first and the last may be incomplete. */
  List<WeekCount> weeks(Days days) {
    return bind(
            jdbc.sql(
                """
                select date_trunc('week', day)::date as monday, sum(impression) as impression,
                  sum(open) as open, sum(download) as download, sum(copy_link) as copy_link,
                  sum(share) as share, sum(buyer_view) as buyer_view, sum(helpful) as helpful,
                  sum(not_helpful) as not_helpful, sum(dismissal) as dismissal,
                  sum(searches) as searches, sum(searches_used) as searches_used
                from insight_total where day between :first and :last group by 1 order by 1
                """),
            days)
        .query(
            (row, n) -> {
              var counts = new HashMap<Action, Long>();
              for (var action : Action.values()) counts.put(action, row.getLong(action.id()));
              return new WeekCount(
                  row.getObject("monday", LocalDate.class),
                  counts,
                  new Proportion(row.getLong("searches_used"), row.getLong("searches")));
            })
        .list();
  }

  /** Uses of each asset in each of some parts of the days, oldest first. */
  Map<String, long[]> trends(Days days, List<LocalDate> starts) {
    var trends = new HashMap<String, long[]>();
    // parts that begin with a month can be read by months
    boolean monthly = starts.stream().skip(1).allMatch(day -> day.getDayOfMonth() == 1);
    var rest = monthly ? days : withinMonths(days, starts, trends);
    if (rest == null) return trends;
    var stretch = monthly ? stretch(days) : Stretch.of(rest, null);
    bind(
            jdbc.sql(
                    "select asset, width_bucket(day, cast(:starts as date[])) as part, sum("
                        + USES
                        + ") as uses from "
                        + stretch.of(
                            "day, asset, opens, downloads, copies, shares",
                            "insight_day",
                            "insight_month")
                        + " r group by 1, 2")
                .param("starts", starts.stream().map(LocalDate::toString).toArray(String[]::new)),
            stretch)
        .query(
            row -> {
              trend(trends, row.getString("asset"), starts)[row.getInt("part") - 1] +=
                  row.getLong("uses");
            });
    return trends;
  }

  /** Adds the days of months that are over; the answer are those that remain to be added. */
  private @Nullable Days withinMonths(
      Days days, List<LocalDate> starts, Map<String, long[]> trends) {
    var folded = folded();
    if (folded == null) return days;
    var after = folded.plusMonths(1);
    int[] parts = new int[(int) days.length()];
    for (int day = 0, part = 0; day < parts.length; day++) {
      var date = days.first().plusDays(day);
      while (part + 1 < starts.size() && !date.isBefore(starts.get(part + 1))) part++;
      parts[day] = part;
    }
    jdbc.sql("select day, asset, uses from insight_trend where day >= :month and day <= :last")
        .param("month", days.first().withDayOfMonth(1))
        .param("last", days.last())
        .query(
            row -> {
              long month =
                  ChronoUnit.DAYS.between(days.first(), row.getObject("day", LocalDate.class));
              var bytes = ByteBuffer.wrap(row.getBytes("uses"));
              var trend = trend(trends, row.getString("asset"), starts);
              while (bytes.hasRemaining()) {
                long day = month + bytes.getShort() - 1;
                int uses = bytes.getInt();
                if (day >= 0 && day < parts.length) trend[parts[(int) day]] += uses;
              }
            });
    var rest = after.isAfter(days.first()) ? after : days.first();
    return rest.isAfter(days.last()) ? null : new Days(rest, days.last());
  }

  private static long[] trend(
      Map<String, long[]> trends, String asset, List<LocalDate> starts) {
    return trends.computeIfAbsent(asset, unknown -> new long[starts.size()]);
  }

  /** How often each asset was seen, and used from there, at each position of a slate. */
  List<Position> positions(Days days) {
    var stretch = stretch(days);
    return bind(
            jdbc.sql(
                "select asset, position, sum(seen) as seen, sum(used) as used from "
                    + stretch.of(
                        "asset, position, seen, used", "insight_rank", "insight_rank_month")
                    + " r group by asset, position"),
            stretch)
        .query(
            (row, n) ->
                new Position(
                    row.getString("asset"),
                    row.getInt("position"),
                    row.getLong("seen"),
                    row.getLong("used")))
        .list();
  }

  /**
   * Searches with words that led to a use, out of all. Words that were only on their way to other
   * words of the same rep within a minute ("sec", "security"), and led to nothing, are none.
   */
  Proportion searches(Days days) {
    return bind(
            jdbc.sql(
                "select coalesce(sum(searches), 0) as searches, coalesce(sum(searches_used), 0) as"
                    + " used from insight_total where day between :first and :last"),
            days)
        .query((row, n) -> new Proportion(row.getLong("used"), row.getLong("searches")))
        .single();
  }

  /** Seconds from searching or opening a deal to the first use of what was shown, sorted. */
  int[] firstUses(Days days) {
    return bind(
            jdbc.sql("select first_uses from insight_total where day between :first and :last"),
            days)
        .query((row, n) -> (Integer[]) row.getArray("first_uses").getArray())
        .list()
        .stream()
        .flatMap(Arrays::stream)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  /**
   * Uses on days at which the asset was current, out of all.
   *
   * @param until by asset: the first day on which it was not; assets left out never were
   */
  Proportion fresh(Days days, Map<String, LocalDate> until) {
    var stretch = stretch(days);
    // a month counts as a whole unless the day falls into it; then its days are looked at
    return bind(
            jdbc.sql(
                    """
                    with good as (
                      select * from unnest(:assets, cast(:until as date[])) as g (asset, until)),
                    uses as (
                      select r.day, r.whole, r.uses, g.until
                      from (select day, asset, false as whole, %1$s as uses from insight_day
                            where day between :first and :last and (day < :months or day >= :after)
                            union all
                            select day, asset, true, %1$s from insight_month
                            where day >= :months and day < :after) r
                        left join good g using (asset)),
                    torn as (
                      select sum(%1$s) as fresh from good g
                        cross join generate_series(
                          date_trunc('month', g.until), g.until - 1, interval '1 day') t (day)
                        join insight_day d on d.day = t.day::date and d.asset = g.asset
                      where g.until > :months and g.until < :after)
                    select coalesce(sum(uses), 0) as uses,
                      coalesce(sum(uses) filter (where case when whole
                        then until >= day + interval '1 month' else day < until end), 0)
                      + (select coalesce(fresh, 0) from torn) as fresh
                    from uses
                    """
                        .formatted(USES))
                .param("assets", until.keySet().toArray(String[]::new))
                .param(
                    "until",
                    until.values().stream().map(LocalDate::toString).toArray(String[]::new)),
            stretch)
        .query((row, n) -> new Proportion(row.getLong("fresh"), row.getLong("uses")))
        .single();
  }

  List<DealUse> dealsOf(String asset, Days days) {
    return bind(
            jdbc.sql(
                    "select deal, sum(uses) as uses, sum(shares) as shares, max(last_at) as last"
                        + " from insight_pair where asset = :asset and day between :first and :last"
                        + " and deal is not null group by deal order by last desc, deal")
                .param("asset", asset),
            days)
        .query(
            (row, n) ->
                new DealUse(
                    new OpportunityId(row.getString("deal")),
                    row.getLong("uses"),
                    row.getLong("shares"),
                    row.getTimestamp("last").toInstant()))
        .list();
  }

  Stretch stretch(Days days) {
    return Stretch.of(days, folded());
  }

  /** The first day of the last month that stands in the tables of months. */
  private @Nullable LocalDate folded() {
    return jdbc.sql("select max(day) from insight_month")
        .query((ResultSet row, int n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single()
        .orElse(null);
  }

  private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Days days) {
    return sql.param("first", days.first()).param("last", days.last());
  }

  private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Stretch stretch) {
    return bind(sql, stretch.days())
        .param("months", stretch.months())
        .param("after", stretch.after());
  }

  /** All that is counted of an asset at one stage; the stage is null where none is known. */
  record DayCounts(
      String asset,
      @Nullable String stage,
      long served,
      long impressions,
      long seen,
      long used,
      long opens,
      long downloads,
      long copies,
      long shares,
      long buyerViews,
      long helpful,
      long notHelpful,
      long dismissals) {

    long uses() {
      return opens + downloads + copies + shares;
    }

    static DayCounts read(ResultSet row, int n) throws SQLException {
      var stage = row.getString("stage");
      return new DayCounts(
          row.getString("asset"),
          stage.isEmpty() ? null : stage,
          row.getLong("served"),
          row.getLong("impressions"),
          row.getLong("seen"),
          row.getLong("used"),
          row.getLong("opens"),
          row.getLong("downloads"),
          row.getLong("copies"),
          row.getLong("shares"),
          row.getLong("buyer_views"),
          row.getLong("helpful"),
          row.getLong("not_helpful"),
          row.getLong("dismissals"));
    }
  }
}
