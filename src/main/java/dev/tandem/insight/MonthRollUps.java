package dev.tandem.insight;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Folds the days of months that are over into one row each. */
final class MonthRollUps {
  private static final String CLEAR =
      """
      delete from insight_month where day = :month;
      delete from insight_trend where day = :month;
      delete from insight_asset_trial_month where day = :month;
      """;

  private static final String ASSET_TRIAL =
      """
      insert into insight_asset_trial_month
      select :month, asset, shown, sum(rep_days), sum(slates), sum(anew), sum(used), sum(lists),
        sum(w), sum(w_w), sum(y), sum(y_y), sum(w_y), sum(z), sum(z_z), sum(w_z)
      from insight_asset_trial
      where day >= :month and day < :month::date + interval '1 month' group by asset, shown
      """;

  private final JdbcClient jdbc;
  private final NameNumbers names;

  MonthRollUps(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.names = new NameNumbers(jdbc);
  }

  /** A month is over when its last day is; until then, and when days change, it is folded anew. */
  void fold(List<LocalDate> days, LocalDate today) {
    var current = today.withDayOfMonth(1);
    var months = new TreeSet<LocalDate>();
    for (var day : days) if (day.isBefore(current)) months.add(day.withDayOfMonth(1));
    // and the months that ended since they were last looked at
    jdbc.sql(
            """
            select distinct date_trunc('month', day)::date from insight_day
            where day < :current and day >= (
              select coalesce(max(day) + interval '1 month', date '0001-01-01')::date
              from insight_month)
            """)
        .param("current", current)
        .query(LocalDate.class)
        .list()
        .forEach(months::add);
    for (var month : months) fold(month);
  }

  private void fold(LocalDate month) {
    jdbc.sql(CLEAR).param("month", month).update();
    jdbc.sql(ASSET_TRIAL).param("month", month).update();
    var counts = new PackedCounts();
    var ranks = new PackedRanks();
    var reach = new PackedReach();
    var trends = new HashMap<Integer, TreeMap<Integer, Integer>>();
    jdbc.sql(
            "select * from insight_day where day >= :month and day < :month::date + interval '1"
                + " month'")
        .param("month", month)
        .query(
            row -> {
              int day = row.getObject("day", LocalDate.class).getDayOfMonth();
              counts.add(row.getBytes("counts"));
              ranks.add(row.getBytes("ranks"));
              reach.add(row.getBytes("reach"));
              PackedCounts.uses(
                  row.getBytes("counts"),
                  (asset, uses) ->
                      trends
                          .computeIfAbsent(asset, unknown -> new TreeMap<>())
                          .merge(day, uses, Integer::sum));
            });
    if (counts.isEmpty()) return;
    jdbc.sql("insert into insight_month (day, counts, ranks, reach) values (?, ?, ?, ?)")
        .params(month, counts.bytes(), ranks.bytes(), reach.bytes())
        .update();
    var known = names.now();
    var assets = trends.keySet().stream().sorted().toList();
    jdbc.sql(
            "insert into insight_trend select :month, asset, uses from unnest(:assets, :uses) as row"
                + " (asset, uses)")
        .param("month", month)
        .param("assets", assets.stream().map(known::name).toArray(String[]::new))
        .param(
            "uses",
            assets.stream()
                .map(asset -> bytes(trends.getOrDefault(asset, new TreeMap<>())))
                .toArray(byte[][]::new))
        .update();
  }

  private static byte[] bytes(TreeMap<Integer, Integer> byDay) {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    byDay.forEach(
        (day, uses) -> {
          try {
            out.writeShort(day);
            out.writeInt(uses);
          } catch (IOException e) {
            throw new UncheckedIOException(e); // never, in memory
          }
        });
    return bytes.toByteArray();
  }
}
