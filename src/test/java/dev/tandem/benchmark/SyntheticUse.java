package dev.tandem.benchmark;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two years of a company's use of content, written straight into the tables: of all events 56 % are
 * seen on lists, 30 % uses (half of them from a list), 8 % buyers' views, 6 % verdicts; few assets
 * get most of the use. Everything is drawn by a fixed seed.
 */
final class SyntheticUse {
  static final int DAYS = 730;
  static final int ASSETS = 2_000;
  static final int REPS = 500;

  private final JdbcClient jdbc;
  private final LocalDate last;

  /**
   * @param last the day on which the two years end
   */
  SyntheticUse(JdbcClient jdbc, LocalDate last) {
    this.jdbc = jdbc;
    this.last = last;
  }

  /**
   * @param events that the read model holds in the end
   */
  void write(long events) {
    jdbc.sql("select setseed(0.42)").query().singleRow();
    deals(Math.max(200, events / 500));
    var indexes = dropIndexes();
    slates(events * 8 / 100, Math.max(200, events / 500));
    seen();
    usedFromLists();
    usedOtherwise(events * 14 / 100, Math.max(200, events / 500));
    viewed(events * 8 / 100);
    judged(events * 6 / 100);
    for (var index : indexes) jdbc.sql(index).update();
    jdbc.sql("vacuum analyze").update();
  }

  private void deals(long deals) {
    jdbc.sql(
            """
            insert into opportunity (id, name, account, account_key, industry, company_size, personas,
              sales_stage, competitors, products, amount, currency, owner, created_on, closed_on,
              outcome, loss_reason, changed_at)
            select 'deal-' || i, 'Deal ' || i, 'Account ' || i / 2, 'account ' || i / 2,
              'Industry ' || i % 12, (array['1-50', '51-500', '500+'])[1 + i % 3],
              array['Persona ' || i % 8], case when i % 10 < 2 then 'Proposal' when i % 10 < 5
              then 'Closed Won' else 'Closed Lost' end, array['Competitor ' || i % 9],
              array['Product ' || i % 6], 1000 + (random() * 90000)::int, 'EUR', 'rep-' || i % :reps,
              day, case when i % 10 < 2 then null else least(:last::date, day + 20 + (i % 100)::int) end,
              case when i % 10 < 2 then 'open' when i % 10 < 5 then 'won' else 'lost' end,
              case when i % 10 >= 5 then 'reason ' || i % 7 end, now()
            from (select i, :last::date - (random() * :days)::int as day
              from generate_series(1, :deals) i) d
            """)
        .param("last", last)
        .param("days", DAYS)
        .param("reps", REPS)
        .param("deals", deals)
        .update();
    jdbc.sql(
            """
            insert into stage_history (deal, entered_at, sales_stage)
            select o.id, o.created_on + s.after, s.stage from opportunity o cross join
              (values (interval '0 days', 'Qualification'), (interval '7 days', 'Needs Analysis'),
                (interval '15 days', 'Proposal')) s (after, stage)
            """)
        .update();
  }

  private List<String> dropIndexes() {
    var found =
        jdbc.sql(
                "select indexname, indexdef from pg_indexes where tablename in ('insight_event',"
                    + " 'insight_slate') and indexname not like '%_pkey'")
            .query((row, n) -> List.of(row.getString(1), row.getString(2)))
            .list();
    for (var index : found) jdbc.sql("drop index " + index.getFirst()).update();
    return found.stream().map(List::getLast).toList();
  }

  private void slates(long slates, long deals) {
    jdbc.sql(
            """
            insert into insight_slate (slate, at, surface, rep, deal, query, stage, assets, best, model)
            select 'slate-' || i, :start::timestamptz + i * :step * interval '1 second',
              surface, 'rep-' || (random() * :reps)::int,
              case when surface <> 'search' or random() < 0.3
                then 'deal-' || 1 + (random() * (:deals - 1))::int end,
              case when surface = 'search' then 'words ' || (random() * random() * 4000)::int end,
              (array['awareness', 'consideration', 'decision', null])[1 + floor(random() * 4)::int],
              (select array_agg('asset-' || floor(:assets * power(random(), 2))::int)
                from generate_series(1, 10) g where g + i > 0), random(), 'm1'
            from (select i, (array['search', 'deal', 'sidebar'])[1 + i % 3] as surface
              from generate_series(1, :slates) i) s
            """)
        .param("start", last.minusDays(DAYS - 1).toString())
        .param("step", DAYS * 86_000.0 / slates)
        .param("reps", REPS)
        .param("deals", deals)
        .param("assets", ASSETS)
        .param("slates", slates)
        .update();
  }

  private void seen() {
    jdbc.sql(
            """
            insert into insight_event (sequence, key, at, action, asset, rep, deal, stage, slate, position)
            select row_number() over (), slate || '-' || place, at + interval '1 second',
              'impression', asset, rep, deal, stage, slate, place
            from insight_slate, unnest(assets[1:7]) with ordinality a (asset, place)
            """)
        .update();
  }

  private void usedFromLists() {
    jdbc.sql(
            """
            insert into insight_event (sequence, key, at, action, asset, rep, deal, stage, slate)
            select 1000000000 + row_number() over (), 'used-' || slate || '-' || n,
              at + (2 + random() * 300) * interval '1 second',
              (array['open', 'open', 'copy_link', 'share'])[1 + floor(random() * 4)::int],
              assets[1 + floor(7 * power(random(), 2))::int], rep, deal, stage, slate
            from insight_slate, generate_series(1, 4) n where (hashtext(slate) & 1) = 0
            """)
        .update();
  }

  private void usedOtherwise(long uses, long deals) {
    jdbc.sql(
            """
            insert into insight_event (sequence, key, at, action, asset, rep, deal, stage)
            select 2000000000 + i, 'other-' || i, :start::timestamptz + i * :step * interval '1 second',
              (array['open', 'open', 'download', 'share'])[1 + floor(random() * 4)::int],
              'asset-' || floor(:assets * power(random(), 2))::int, 'rep-' || (random() * :reps)::int,
              case when random() < 0.7 then 'deal-' || 1 + (random() * (:deals - 1))::int end,
              (array['awareness', 'consideration', 'decision', null])[1 + floor(random() * 4)::int]
            from generate_series(1, :uses) i
            """)
        .param("start", last.minusDays(DAYS - 1).toString())
        .param("step", DAYS * 86_000.0 / uses)
        .param("assets", ASSETS)
        .param("reps", REPS)
        .param("deals", deals)
        .param("uses", uses)
        .update();
  }

  private void viewed(long views) {
    jdbc.sql(
            """
            insert into insight_event (sequence, key, at, action, asset, rep, deal, stage, share, seconds)
            select 3000000000 + row_number() over (), 'view-' || key, at + interval '1 hour',
              'buyer_view', asset, rep, deal, stage, 's-' || key, 20
            from insight_event where action = 'share' limit :views
            """)
        .param("views", views)
        .update();
  }

  private void judged(long verdicts) {
    jdbc.sql(
            """
            insert into insight_event (sequence, key, at, action, asset, rep, deal, stage, reason)
            select 4000000000 + i, 'said-' || i, :start::timestamptz + i * :step * interval '1 second',
              verdict, 'asset-' || floor(:assets * power(random(), 2))::int,
              'rep-' || (random() * :reps)::int, null, null,
              case when verdict <> 'helpful' then (array['dated', 'too long', 'wrong stage'])[1 + i % 3] end
            from (select i, (array['helpful', 'helpful', 'not_helpful', 'dismissal'])
              [1 + floor(random() * 4)::int] as verdict from generate_series(1, :verdicts) i) v
            """)
        .param("start", last.minusDays(DAYS - 1).toString())
        .param("step", DAYS * 86_000.0 / verdicts)
        .param("assets", ASSETS)
        .param("reps", REPS)
        .param("verdicts", verdicts)
        .update();
  }
}
