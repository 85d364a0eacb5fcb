package dev.tandem.insight;

import dev.tandem.deals.OpportunityId;
import dev.tandem.shared.Proportion;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The questions that the reports ask of the read model. */
@Repository
class PerformanceTables {
  record WeekCount(LocalDate monday, Map<Action, Long> counts, Proportion searches) {}

  record Position(String asset, int position, long seen, long used) {}

  private final JdbcClient jdbc;
  private final PackedRows rows;
  private final NameNumbers names;

  PerformanceTables(JdbcClient jdbc, PackedRows rows, NameNumbers names) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.names = names;
  }

  /** All counts of the days by asset and stage. */
  List<DayCounts> counts(Days days) {
    var counts = new PackedCounts();
    rows.read(rows.stretch(days), "counts", (day, month, bytes) -> counts.add(bytes));
    return counts.counts(names.now());
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
    var stretch = monthly ? rows.stretch(days) : Stretch.of(rest, null);
    var known = names.now();
    rows.read(
        stretch,
        "counts",
        (day, month, bytes) -> {
          int part = part(starts, day);
          PackedCounts.uses(
              bytes, (asset, uses) -> trend(trends, known.name(asset), starts)[part] += uses);
        });
    return trends;
  }

  private static int part(List<LocalDate> starts, LocalDate day) {
    int part = starts.size() - 1;
    while (part > 0 && starts.get(part).isAfter(day)) part--;
    return part;
  }

  /** Adds the days of months that are over; the answer are those that remain to be added. */
  private @Nullable Days withinMonths(
      Days days, List<LocalDate> starts, Map<String, long[]> trends) {
    var folded = rows.folded();
    if (folded == null) return days;
    var after = folded.plusMonths(1);
    int[] parts = new int[(int) days.length()];
    for (int day = 0; day < parts.length; day++)
      parts[day] = part(starts, days.first().plusDays(day));
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

  private static long[] trend(Map<String, long[]> trends, String asset, List<LocalDate> starts) {
    return trends.computeIfAbsent(asset, unknown -> new long[starts.size()]);
  }

  /** How often each asset was seen, and used from there, at each position of a slate. */
  List<Position> positions(Days days) {
    var ranks = new PackedRanks();
    rows.read(rows.stretch(days), "ranks", (day, month, bytes) -> ranks.add(bytes));
    return ranks.positions(names.now());
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
        .query((row, n) -> PackedReach.numbers(row.getBytes("first_uses")))
        .list()
        .stream()
        .flatMapToInt(Arrays::stream)
        .sorted()
        .toArray();
  }

  /**
   * Uses on days at which the asset was current, out of all.
   *
   * @param until by asset: the first day on which it was not; assets left out never were
   */
  Proportion fresh(Days days, Map<String, LocalDate> until) {
    var known = names.now();
    var uses = new long[2]; // fresh, all
    var torn = new HashMap<LocalDate, List<String>>();
    rows.read(
        rows.stretch(days),
        "counts",
        (day, month, bytes) -> {
          var next = month ? day.plusMonths(1) : day.plusDays(1);
          var tornOnes = new HashSet<String>();
          PackedCounts.uses(
              bytes,
              (asset, count) -> {
                uses[1] += count;
                var end = until.get(known.name(asset));
                if (end == null || !end.isAfter(day)) return;
                if (end.isBefore(next)) tornOnes.add(known.name(asset));
                else uses[0] += count;
              });
          if (!tornOnes.isEmpty()) torn.put(day, List.copyOf(tornOnes));
        });
    // an asset that ended in the middle of a month is looked at by days
    torn.forEach((month, assets) -> uses[0] += usesBefore(month, assets, until));
    return new Proportion(uses[0], uses[1]);
  }

  private long usesBefore(LocalDate month, List<String> assets, Map<String, LocalDate> until) {
    var sum = new long[1];
    jdbc.sql("select asset, uses from insight_trend where day = :month and asset = any(:assets)")
        .param("month", month)
        .param("assets", assets.toArray(String[]::new))
        .query(
            row -> {
              var end = until.getOrDefault(row.getString("asset"), month);
              var bytes = ByteBuffer.wrap(row.getBytes("uses"));
              while (bytes.hasRemaining()) {
                int day = bytes.getShort();
                int uses = bytes.getInt();
                if (day < end.getDayOfMonth()) sum[0] += uses;
              }
            });
    return sum[0];
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

  private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Days days) {
    return sql.param("first", days.first()).param("last", days.last());
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
  }
}
