package dev.tandem.insight.alignment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the tables of the reports say of deals that were won. */
@Repository
class ContentOfDeals {
  private final JdbcClient jdbc;

  ContentOfDeals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was used on each of the deals, the most used first. */
  Map<String, List<String>> of(List<String> deals) {
    var found = new HashMap<String, List<String>>();
    if (deals.isEmpty()) return found;
    jdbc.sql(
            "select deal, asset from insight_event where deal = any(?) and action in ('share',"
                + " 'copy_link', 'download', 'buyer_view') group by deal, asset order by deal,"
                + " count(*) desc, asset")
        .param(deals.toArray(String[]::new))
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getString(1), unused -> new java.util.ArrayList<>())
                  .add(row.getString(2));
            });
    return found;
  }
}
