package dev.tandem.insight;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lays all that was used and sent on a deal into one row. A deal is always laid as a whole, after
 * its days were folded. {@link DealPaths} reads the bytes.
 */
final class PathRollUps {
  private static final int AT_ONCE = 1_000;

  private static final String TAKE =
      """
      delete from insight_dirty_deal where deal in (
        select deal from insight_dirty_deal order by deal limit %d) returning deal
      """
          .formatted(AT_ONCE);

  private static final String LAY =
      """
      with used as (
        select u.deal, string_agg(int4send(n.number) || int8send(%1$s) || int4send(u.uses),
          ''::bytea order by u.at, u.asset) as used
        from (
          select deal, asset, min(first_at) as at, sum(uses)::int as uses from insight_pair
          where deal = any(:deals) group by deal, asset) u
          join insight_number n on n.name = u.asset
        group by u.deal),
      sent as (
        select u.deal, string_agg(
          int4send(n.number) || int4send(coalesce(s.number, 0)) || int8send(%1$s),
          ''::bytea order by u.at, u.sequence) as sent
        from insight_event u join insight_number n on n.name = u.asset
          left join insight_number s on s.name = u.stage
        where u.deal = any(:deals) and u.action in ('share', 'buyer_view')
        group by u.deal)
      insert into insight_deal_path
      select deal, coalesce(used, ''), coalesce(sent, '') from used full join sent using (deal)
      """
          .formatted("(extract(epoch from u.at) * 1000000)::bigint");

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  PathRollUps(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  void mark(Collection<String> deals) {
    if (deals.isEmpty()) return;
    jdbc.sql("insert into insight_dirty_deal select unnest(:deals) on conflict do nothing")
        .param("deals", deals.stream().distinct().toArray(String[]::new))
        .update();
  }

  void markAll() {
    jdbc.sql(
            """
            insert into insight_dirty_deal
            select deal from insight_pair where deal is not null
            union select deal from insight_event where deal is not null
            union select deal from insight_deal_path
            on conflict do nothing
            """)
        .update();
  }

  void fold() {
    while (Boolean.TRUE.equals(transaction.execute(status -> foldSome()))) {}
  }

  private boolean foldSome() {
    var deals = jdbc.sql(TAKE).query(String.class).list();
    if (deals.isEmpty()) return false;
    lay(deals);
    return true;
  }

  private void lay(List<String> deals) {
    var names = deals.toArray(String[]::new);
    jdbc.sql("delete from insight_deal_path where deal = any(:deals)")
        .param("deals", names)
        .update();
    jdbc.sql(LAY).param("deals", names).update();
  }
}
