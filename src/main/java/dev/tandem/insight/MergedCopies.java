package dev.tandem.insight;

import dev.tandem.library.Assets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets what happened with a merged copy count for the asset that was kept: all of it, also what was
 * before the merge, for as long as the merge holds. The log is not touched, and each row remembers
 * the asset it was logged with, so that a merge can be ended.
 */
@Component
class MergedCopies {
  private final JdbcClient jdbc;
  private final Assets assets;
  private final RollUps rollUps;
  private final TransactionTemplate transaction;

  MergedCopies(JdbcClient jdbc, Assets assets, RollUps rollUps, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.assets = assets;
    this.rollUps = rollUps;
    this.transaction = transaction;
  }

  void catchUp() {
    var now = new HashMap<String, String>();
    assets.merged().forEach((copy, kept) -> now.put(copy.value(), kept.value()));
    transaction.executeWithoutResult(status -> follow(now));
  }

  private void follow(Map<String, String> now) {
    var before = known();
    if (!now.equals(before)) {
      rollUps.mark(daysOf(changed(before, now)));
      write(now);
      // each as it was logged; what still counts for another one is moved again below
      move(
          """
          update insight_event e set asset = e.logged_asset, logged_asset = null
          where e.logged_asset is not null and not exists (
            select from insight_alias a where a.copy = e.logged_asset and a.kept = e.asset)
          """);
    }
    if (!now.isEmpty())
      move(
          """
          update insight_event e set asset = a.kept, logged_asset = e.asset
          from insight_alias a where e.asset = a.copy
          """);
  }

  private Map<String, String> known() {
    var known = new HashMap<String, String>();
    jdbc.sql("select copy, kept from insight_alias")
        .query(
            row -> {
              known.put(row.getString(1), row.getString(2));
            });
    return known;
  }

  private void write(Map<String, String> now) {
    jdbc.sql("delete from insight_alias").update();
    jdbc.sql("insert into insight_alias select unnest(:copies), unnest(:kept)")
        .param("copies", now.keySet().toArray(String[]::new))
        .param("kept", now.values().toArray(String[]::new))
        .update();
  }

  /** Every asset that counts otherwise now. */
  private static Set<String> changed(Map<String, String> before, Map<String, String> now) {
    var changed = new HashSet<String>();
    for (var some : Set.of(before, now))
      some.forEach(
          (copy, kept) -> {
            if (kept.equals(before.get(copy)) && kept.equals(now.get(copy))) return;
            changed.add(copy);
            changed.add(kept);
          });
    return changed;
  }

  /** On which they stood on slates, which have no row for each asset. */
  private List<LocalDate> daysOf(Set<String> changed) {
    return jdbc.sql(
            """
            select distinct (at at time zone :zone)::date from insight_slate
            where assets && cast(:assets as text[])
            """)
        .param("zone", RollUps.zone())
        .param("assets", changed.toArray(String[]::new))
        .query(LocalDate.class)
        .list();
  }

  private void move(String update) {
    var days = new HashSet<LocalDate>();
    var deals = new HashSet<String>();
    jdbc.sql(
            "with moved as ("
                + update
                + """
                 returning e.at, e.deal)
                select distinct (at at time zone :zone)::date as day, deal from moved
                """)
        .param("zone", RollUps.zone())
        .query(
            row -> {
              days.add(row.getObject("day", LocalDate.class));
              var deal = row.getString("deal");
              if (deal != null) deals.add(deal);
            });
    rollUps.mark(days);
    rollUps.markDeals(deals);
  }
}
