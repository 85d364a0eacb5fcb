package dev.tandem.insight;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Folds the events of a day into the tables that reports read. A day is always folded as a whole,
 * so that the order in which events came makes no difference.
 */
@Repository
class RollUps {
  private static final String SORTED_IN_MEMORY = "set local work_mem = '64MB'";

  private static final String CLEAR =
      """
      delete from insight_day where day between :first and :last;
      delete from insight_pair where day between :first and :last;
      delete from insight_search where day between :first and :last;
      delete from insight_person where day between :first and :last;
      delete from insight_total where day between :first and :last;
      """;

  static final String EVENT_DAY = "(e.at at time zone :zone)::date";
  static final String SLATE_DAY = "(s.at at time zone :zone)::date";
  static final String EVENTS = "e.at >= :from and e.at < :to";
  static final String SLATES = "s.at >= :from and s.at < :to";

  private static final String FIRST_USE =
      """
          update insight_slate s set first_use_seconds = u.seconds
          from (
            select s.slate, (
              select ceil(extract(epoch from min(greatest(interval '0', e.at - s.at))))::int
              from insight_event e
              where e.slate = s.slate and %1$s
            ) as seconds
            from insight_slate s where %2$s) u
          where u.slate = s.slate and u.seconds is distinct from s.first_use_seconds
          """
          .formatted(Action.USED, SLATES);

  /** An asset seen twice on one slate, on one day, was seen on one slate. */
  private static final String SHOWN =
      """
          create temporary table insight_shown on commit drop as
          with seen as materialized (
            select %s as day, e.asset, e.slate, coalesce(min(e.stage), '') as stage,
              min(e.position) as position
            from insight_event e
            where %s and e.action = 'impression' and e.slate is not null
            group by 1, 2, 3)
          select seen.*, exists (
            select from insight_event e where e.slate = seen.slate and e.asset = seen.asset
              and %s) as used
          from seen
          """
          .formatted(EVENT_DAY, EVENTS, Action.USED);

  private static final String SAID =
      """
          create temporary table insight_said on commit drop as
          with said as (
            select %1$s as day, e.asset, coalesce(e.stage, '') as stage, 0 as served,
              (e.action = 'impression')::int as impressions, 0 as seen, 0 as used,
              (e.action = 'open')::int as opens, (e.action = 'download')::int as downloads,
              (e.action = 'copy_link')::int as copies, (e.action = 'share')::int as shares,
              (e.action = 'buyer_view')::int as buyer_views,
              (e.action = 'helpful')::int as helpful, (e.action = 'not_helpful')::int as not_helpful,
              (e.action = 'dismissal')::int as dismissals
            from insight_event e where %2$s
            union all
            select %3$s, coalesce(a.kept, item.asset), coalesce(s.stage, ''), 1,
              0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
            from insight_slate s cross join unnest(s.assets) as item (asset)
              left join insight_alias a on a.copy = item.asset
            where %4$s and item.asset <> ''
            union all
            select day, asset, stage, 0, 0, 1, used::int, 0, 0, 0, 0, 0, 0, 0, 0
            from insight_shown)
          select day, asset, stage, %5$s from said group by day, asset, stage
          """
          .formatted(
              EVENT_DAY, EVENTS, SLATE_DAY, SLATES, PackedCounts.columns("sum(%1$s)::int as %1$s"));

  private static final String DAY =
      """
          insert into insight_day (day, counts, ranks, reach)
          select day, counts, coalesce(ranks, ''), coalesce(reach, '') from (
            select day, string_agg(int4send(n.number) || int2send(%1$s) || %2$s, ''::bytea
              order by n.number, %1$s, part) as counts
            from insight_said join insight_number n on n.name = asset
              cross join lateral generate_series(0, greatest(%3$s) / %4$d) part
            group by day) c
          left join (
            select day, string_agg(int4send(n.number) || int2send(position)
              || insight_short(seen, part) || insight_short(used, part), ''::bytea
              order by n.number, position, part) as ranks
            from (
              select day, asset, least(position, 20)::int2 as position, count(*) as seen,
                count(*) filter (where used) as used
              from insight_shown where position is not null group by 1, 2, 3) r
              join insight_number n on n.name = asset
              cross join lateral generate_series(0, (seen / %4$d)::int) part
            group by day) r using (day)
          left join (%5$s) u using (day)
          """
          .formatted(
              PackedCounts.STAGE,
              PackedCounts.sql(),
              PackedCounts.columns("%s"),
              Short.MAX_VALUE,
              PackedReach.OF_DAYS);

  private static final String PAIR =
      """
          insert into insight_pair
          select %s, e.asset, coalesce(e.stage, ''), e.rep, e.deal, count(*),
            count(*) filter (where e.action = 'share'), min(e.at), max(e.at)
          from insight_event e
          where %s and %s
          group by 1, 2, 3, 4, 5 order by 1, 2
          """
          .formatted(EVENT_DAY, EVENTS, Action.USED);

  private static final String NUMBER =
      """
      insert into insight_number (name)
      select name from (
        select rep from insight_pair where day between :first and :last
        union select deal from insight_pair where day between :first and :last
        union select asset from insight_said
        union select stage from insight_said
        union select s.rep from insight_slate s where %1$s and s.surface = 'search'
        union select s.deal from insight_slate s where %1$s and s.surface = 'search') named (name)
      where name <> '' and not exists (
        select from insight_number n where n.name = named.name)
      order by name
      """
          .formatted(SLATES);

  private static final String TOTAL =
      """
          with d as (select :first::date + n as day from generate_series(0, :last::date - :first) n),
          searches as (
            select day, sum(times) as n, sum(times - failed) as used from insight_search
            where day between :first and :last group by day),
          uses as (
            select %1$s as day, string_agg(int4send(s.first_use_seconds), ''::bytea
              order by s.first_use_seconds) as seconds
            from insight_slate s
            where %2$s and s.first_use_seconds is not null and s.surface in ('search', 'deal')
            group by 1),
          said as (
            select day, sum(impressions) as impression, sum(opens) as open, sum(downloads) as download,
              sum(copies) as copy_link, sum(shares) as share, sum(buyer_views) as buyer_view,
              sum(helpful) as helpful, sum(not_helpful) as not_helpful, sum(dismissals) as dismissal
            from insight_said group by day)
          insert into insight_total (day, searches, searches_used, first_uses, impression, open,
            download, copy_link, share, buyer_view, helpful, not_helpful, dismissal)
          select d.day, coalesce(searches.n, 0), coalesce(searches.used, 0),
            coalesce(uses.seconds, ''), coalesce(impression, 0), coalesce(open, 0),
            coalesce(download, 0), coalesce(copy_link, 0), coalesce(share, 0),
            coalesce(buyer_view, 0), coalesce(helpful, 0), coalesce(not_helpful, 0),
            coalesce(dismissal, 0)
          from d left join searches using (day) left join uses using (day) left join said using (day)
          where searches.n is not null or uses.seconds is not null or said.day is not null
          """
          .formatted(SLATE_DAY, SLATES);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final PathRollUps paths;
  private final MonthRollUps months;

  RollUps(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.paths = new PathRollUps(jdbc, transaction);
    this.months = new MonthRollUps(jdbc);
  }

  /** Deals whose events changed are laid anew before the next report. */
  void markDeals(Collection<String> deals) {
    paths.mark(deals);
  }

  /** Days whose events changed are folded before the next report. */
  void mark(Collection<LocalDate> days) {
    if (days.isEmpty()) return;
    jdbc.sql(
            "insert into insight_dirty_day select unnest(cast(:days as date[])) on conflict do nothing")
        .param("days", array(days))
        .update();
  }

  void markAll() {
    jdbc.sql(
            """
            insert into insight_dirty_day
            select distinct (at at time zone :zone)::date from insight_event
            union select distinct (at at time zone :zone)::date from insight_slate
            union select day from insight_day union select day from insight_total
            on conflict do nothing
            """)
        .param("zone", zone())
        .update();
    paths.markAll();
  }

  /** The months that are not yet over at {@code now} are read by their days. */
  void fold(Instant now) {
    for (var days = dirty(); !days.isEmpty(); days = dirty()) {
      var chunk = days;
      transaction.executeWithoutResult(status -> fold(chunk, Days.day(now)));
    }
    paths.fold();
  }

  /** The first dirty day with those of its month that follow without a gap. */
  private List<LocalDate> dirty() {
    var month =
        jdbc.sql(
                """
                select day from insight_dirty_day
                where day < (select date_trunc('month', min(day)) + interval '1 month'
                  from insight_dirty_day)
                order by day
                """)
            .query(LocalDate.class)
            .list();
    int end = month.isEmpty() ? 0 : 1;
    while (end < month.size() && month.get(end - 1).plusDays(1).equals(month.get(end))) end++;
    return month.subList(0, end);
  }

  private void fold(List<LocalDate> days, LocalDate today) {
    jdbc.sql(SORTED_IN_MEMORY).update();
    for (var sql :
        List.of(
            CLEAR,
            FIRST_USE,
            SHOWN,
            SAID,
            PAIR,
            NUMBER,
            DAY,
            SearchRollUps.FOLD,
            PersonRollUps.FOLD,
            TOTAL)) run(sql, days);
    for (var sql : TrialRollUps.FOLD) run(sql, days);
    months.fold(days, today);
    run("delete from insight_dirty_day where day between :first and :last", days);
  }

  /** Folds the days of some people anew, after events of theirs were deleted for good. */
  void foldPeople(LocalDate day, Collection<String> reps) {
    var names = reps.toArray(String[]::new);
    jdbc.sql("delete from insight_person where day = :day and rep = any(:reps)")
        .param("day", day)
        .param("reps", names)
        .update();
    jdbc.sql(PersonRollUps.FOLD_SOME)
        .param("reps", names)
        .param("zone", zone())
        .param("from", Timestamp.from(Days.start(day)))
        .param("to", Timestamp.from(Days.start(day.plusDays(1))))
        .update();
  }

  void clear() {
    jdbc.sql(
            "truncate insight_day, insight_month, insight_pair,"
                + " insight_trend, insight_search, insight_person, insight_total, insight_deal_path,"
                + " insight_trial, insight_preference, insight_exploration, insight_asset_trial,"
                + " insight_asset_trial_month,"
                + " insight_dirty_day, insight_dirty_deal, insight_stale_deal")
        .update();
  }

  private void run(String sql, List<LocalDate> days) {
    var statement = jdbc.sql(sql);
    if (sql.contains(":first"))
      statement = statement.param("first", days.getFirst()).param("last", days.getLast());
    if (sql.contains(":zone")) statement = statement.param("zone", zone());
    if (sql.contains(":from"))
      statement =
          statement
              .param("from", Timestamp.from(Days.start(days.getFirst())))
              .param("to", Timestamp.from(Days.start(days.getLast().plusDays(1))));
    statement.update();
  }

  private static String[] array(Collection<LocalDate> days) {
    return days.stream().map(LocalDate::toString).toArray(String[]::new);
  }

  static String zone() {
    return ZoneId.systemDefault().getId();
  }
}
