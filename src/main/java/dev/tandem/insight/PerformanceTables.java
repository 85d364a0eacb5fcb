package dev.tandem.insight;

import dev.tandem.deals.OpportunityId;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.TimeWindow;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The questions that the reports ask of the read model. */
@Repository
class PerformanceTables {
  private static final String USES = "('open', 'download', 'copy_link', 'share')";

  record Count(String asset, @Nullable String stage, Action action, long count) {}

  /** Something distinct (a rep, a deal) beside the asset and stage it came with. */
  record Pair(String asset, @Nullable String stage, String other) {}

  record SeenAndUsed(String asset, @Nullable String stage, long seen, long used) {}

  record WeekCount(LocalDate monday, Action action, long count) {}

  record Touch(String deal, String asset, @Nullable String stage, Instant at) {}

  private final JdbcClient jdbc;

  PerformanceTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Count> counts(TimeWindow window) {
    return asked(
            "select asset, stage, action, count(*) as n from insight_event"
                + " where at >= ? and at < ? group by asset, stage, action",
            window)
        .query(
            (row, n) ->
                new Count(
                    row.getString("asset"),
                    row.getString("stage"),
                    action(row.getString("action")),
                    row.getLong("n")))
        .list();
  }

  List<Pair> users(TimeWindow window) {
    return pairs("rep", window);
  }

  List<Pair> dealsUsed(TimeWindow window) {
    return pairs("deal", window);
  }

  private List<Pair> pairs(String column, TimeWindow window) {
    return asked(
            "select distinct asset, stage, "
                + column
                + " as other from insight_event where at >= ? and at < ? and action in "
                + USES
                + " and "
                + column
                + " is not null",
            window)
        .query(
            (row, n) ->
                new Pair(row.getString("asset"), row.getString("stage"), row.getString("other")))
        .list();
  }

  /** How often an asset was seen on a slate, and how often a use followed from that slate. */
  List<SeenAndUsed> seenAndUsed(TimeWindow window) {
    return asked(
            "select seen.asset, seen.stage, count(*) as seen, count(used.slate) as used from"
                + " (select asset, slate, min(stage) as stage from insight_event where action ="
                + " 'impression' and at >= ? and at < ? group by asset, slate) seen left join"
                + " (select distinct asset, slate from insight_event where slate is not null and"
                + " action in "
                + USES
                + ") used on used.asset = seen.asset and used.slate = seen.slate group by"
                + " seen.asset, seen.stage",
            window)
        .query(
            (row, n) ->
                new SeenAndUsed(
                    row.getString("asset"),
                    row.getString("stage"),
                    row.getLong("seen"),
                    row.getLong("used")))
        .list();
  }

  List<WeekCount> weeks(TimeWindow window) {
    return jdbc.sql(
            "select date_trunc('week', at at time zone ?)::date as monday, action, count(*) as n"
                + " from insight_event where at >= ? and at < ? group by 1, 2 order by 1")
        .param(ZoneId.systemDefault().getId())
        .param(Timestamp.from(window.from()))
        .param(Timestamp.from(window.to()))
        .query(
            (row, n) ->
                new WeekCount(
                    row.getObject("monday", LocalDate.class),
                    action(row.getString("action")),
                    row.getLong("n")))
        .list();
  }

  /**
   * Searches with words that led to a use, out of all. Words that were only on their way to other
   * words of the same rep within a minute ("sec", "security"), and led to nothing, are none.
   */
  Proportion searches(TimeWindow window) {
    return asked(
            """
            select count(*) as searches, count(*) filter (where used) as used
            from (
              select
                exists (select 1 from insight_event e
                  where e.slate = s.slate and e.action in %s) as used,
                lower(s.query) as query,
                lower(lead(s.query) over next) as next_query,
                lead(s.at) over next - s.at as until_next
              from insight_slate s
              where s.at >= ? and s.at < ? and s.surface = 'search' and s.query <> ''
              window next as (partition by s.rep order by s.at, s.slate)) asked
            where used or next_query is null or until_next > interval '1 minute'
              or not (starts_with(next_query, query) or starts_with(query, next_query))
            """
                .formatted(USES),
            window)
        .query((row, n) -> new Proportion(row.getLong("used"), row.getLong("searches")))
        .single();
  }

  List<DealUse> dealsOf(String asset, TimeWindow window) {
    return jdbc.sql(
            "select deal, count(*) as uses, count(*) filter (where action = 'share') as shares,"
                + " max(at) as last from insight_event where asset = ? and at >= ? and at < ? and"
                + " deal is not null and action in "
                + USES
                + " group by deal order by last desc")
        .param(asset)
        .param(Timestamp.from(window.from()))
        .param(Timestamp.from(window.to()))
        .query(
            (row, n) ->
                new DealUse(
                    new OpportunityId(row.getString("deal")),
                    row.getLong("uses"),
                    row.getLong("shares"),
                    row.getTimestamp("last").toInstant()))
        .list();
  }

  /** Buyer-facing uses on these deals, oldest first. */
  List<Touch> touches(List<String> deals) {
    if (deals.isEmpty()) return List.of();
    return jdbc.sql(
            "select deal, asset, stage, at from insight_event where action in ('share',"
                + " 'buyer_view') and deal = any(?) order by at, sequence")
        .param(deals.toArray(String[]::new))
        .query(
            (row, n) ->
                new Touch(
                    row.getString("deal"),
                    row.getString("asset"),
                    row.getString("stage"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  private JdbcClient.StatementSpec asked(String sql, TimeWindow window) {
    return jdbc.sql(sql).param(Timestamp.from(window.from())).param(Timestamp.from(window.to()));
  }

  private static Action action(String id) {
    return Action.valueOf(id.toUpperCase(Locale.ROOT));
  }
}
