package dev.tandem.insight;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunitiesChanged;
import dev.tandem.deals.OpportunityId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the stage of past events true when a deal's history comes late or the stage map changes, so
 * that what was followed step by step is what reading from the start would give.
 */
@Component
class StageCorrection {
  private static final int AT_ONCE = 200;

  private record Staged(String table, String id, Instant at, String deal, @Nullable String stage) {}

  private final JdbcClient jdbc;
  private final Opportunities opportunities;
  private final RollUps rollUps;
  private final TransactionTemplate transaction;

  StageCorrection(
      JdbcClient jdbc,
      Opportunities opportunities,
      RollUps rollUps,
      TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.opportunities = opportunities;
    this.rollUps = rollUps;
    this.transaction = transaction;
  }

  /** Noted on disk, since the events of the deals are looked at later. */
  @EventListener
  void on(OpportunitiesChanged changed) {
    var deals = changed.deals().stream().map(OpportunityId::value).toArray(String[]::new);
    jdbc.sql("insert into insight_stale_deal select unnest(:deals) on conflict do nothing")
        .param("deals", deals.length == 0 ? new String[] {""} : deals)
        .update();
  }

  void catchUp() {
    while (Boolean.TRUE.equals(transaction.execute(status -> correctSome()))) {}
  }

  private boolean correctSome() {
    boolean all = jdbc.sql("delete from insight_stale_deal where deal = ''").update() > 0;
    if (all)
      jdbc.sql(
              """
              insert into insight_stale_deal
              select distinct deal from insight_event where deal is not null
              union select distinct deal from insight_slate where deal is not null
              on conflict do nothing
              """)
          .update();
    var deals =
        jdbc.sql(
                "delete from insight_stale_deal where deal in (select deal from"
                    + " insight_stale_deal order by deal limit "
                    + AT_ONCE
                    + ") returning deal")
            .query(String.class)
            .list();
    if (!deals.isEmpty()) correct(deals);
    return !deals.isEmpty();
  }

  private void correct(List<String> deals) {
    var stages =
        new StagesOverTime(
            opportunities.stageHistories(deals.stream().map(OpportunityId::new).toList()));
    var days = new HashSet<LocalDate>();
    var changed = new HashSet<String>();
    for (var staged : staged(deals)) {
      var stage = stages.at(staged.deal(), staged.at());
      if (Objects.equals(stage, staged.stage())) continue;
      var where =
          staged.table().equals("event")
              ? "insight_event set stage = ? where key = ?"
              : "insight_slate set stage = ? where slate = ?";
      jdbc.sql("update " + where).param(stage).param(staged.id()).update();
      days.add(Days.day(staged.at()));
      changed.add(staged.deal());
    }
    rollUps.mark(days);
    rollUps.markDeals(changed);
  }

  private List<Staged> staged(List<String> deals) {
    return jdbc.sql(
            """
            select 'event' as kind, key as id, at, deal, stage from insight_event
              where deal = any(:deals)
            union all select 'slate', slate, at, deal, stage from insight_slate
              where deal = any(:deals)
            """)
        .param("deals", deals.toArray(String[]::new))
        .query(
            (row, n) ->
                new Staged(
                    row.getString("kind"),
                    row.getString("id"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("deal"),
                    row.getString("stage")))
        .list();
  }
}
