package dev.tandem.insight;

import dev.tandem.insight.statistics.RandomisedDifference.Group;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums of what was drawn by lot. */
@Repository
class TrialTables {
  private final JdbcClient jdbc;

  private final PackedRows rows;

  TrialTables(JdbcClient jdbc, PackedRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /**
   * Slates of the model in use, or held out from it.
   *
   * @param used of slates, whether they were used
   * @param uses of slates, how often they were
   */
  record Trial(boolean holdout, String model, Group used, Group uses) {}

  List<Trial> trials(Days days) {
    return between(
            days,
            """
            select arm, model, sum(rep_days) as rep_days, sum(seen) as seen, sum(used) as used,
              sum(uses) as uses, sum(seen_seen) as seen_seen, sum(used_used) as used_used,
              sum(seen_used) as seen_used, sum(uses_uses) as uses_uses, sum(seen_uses) as seen_uses
            from insight_trial where day between :first and :last group by arm, model
            """)
        .query(
            (row, n) ->
                new Trial(
                    row.getString("arm").equals("holdout"),
                    row.getString("model"),
                    new Group(
                        row.getLong("rep_days"),
                        row.getLong("used"),
                        row.getDouble("seen"),
                        row.getDouble("used"),
                        row.getDouble("seen_seen"),
                        row.getDouble("used_used"),
                        row.getDouble("seen_used")),
                    new Group(
                        row.getLong("rep_days"),
                        row.getLong("uses"),
                        row.getDouble("seen"),
                        row.getDouble("uses"),
                        row.getDouble("seen_seen"),
                        row.getDouble("uses_uses"),
                        row.getDouble("seen_uses"))))
        .list();
  }

  record Preference(String model, String rival, long wins, long losses, long ties) {}

  List<Preference> preferences(Days days) {
    return between(
            days,
            """
            select model, rival, sum(wins) as wins, sum(losses) as losses, sum(ties) as ties
            from insight_preference where day between :first and :last
            group by model, rival order by max(day) desc, model, rival
            """)
        .query(
            (row, n) ->
                new Preference(
                    row.getString("model"),
                    row.getString("rival"),
                    row.getLong("wins"),
                    row.getLong("losses"),
                    row.getLong("ties")))
        .list();
  }

  /** Slates on which something was tried out, or might have been. */
  record Explored(boolean tried, long slates, Group used) {}

  List<Explored> explored(Days days) {
    return between(
            days,
            """
            select tried, sum(rep_days) as rep_days, sum(slates) as slates, sum(used) as used,
              sum(w) as w, sum(y) as y, sum(w_w) as w_w, sum(y_y) as y_y, sum(w_y) as w_y
            from insight_exploration where day between :first and :last group by tried
            """)
        .query(
            (row, n) ->
                new Explored(
                    row.getBoolean("tried"), row.getLong("slates"), group(row, "used", "y")))
        .list();
  }

  /**
   * Slates on which one asset might have been drawn for a place.
   *
   * @param shown whether it was
   * @param anew of the slates, those on which it is not unless it is drawn
   * @param used of slates, whether the asset was used from them
   * @param lists of slates, whether anything was
   */
  record AssetTrial(String asset, boolean shown, long slates, long anew, Group used, Group lists) {}

  /** Whole months as such, the days around them as they are. */
  private static final String ASSET_TRIALS =
      """
      with trial as (
        select * from insight_asset_trial_month where day >= :months and day < :after
        union all
        select * from insight_asset_trial
        where day between :first and :last and (day < :months or day >= :after))
      """;

  /** Whether a lot has shown it. */
  boolean shown(String asset, Days days) {
    return stretching(days, "select exists (select from trial where asset = :asset and shown)")
        .param("asset", asset)
        .query(Boolean.class)
        .single();
  }

  /** Of assets that were drawn, or might have been. */
  List<AssetTrial> assets(Days days) {
    return stretching(
            days,
            """
            select asset, shown, sum(rep_days) as rep_days, sum(slates) as slates,
              sum(anew) as anew, sum(used) as used, sum(lists) as lists, sum(w) as w,
              sum(w_w) as w_w, sum(y) as y, sum(y_y) as y_y, sum(w_y) as w_y, sum(z) as z,
              sum(z_z) as z_z, sum(w_z) as w_z
            from trial group by asset, shown
            """)
        .query(
            (row, n) ->
                new AssetTrial(
                    row.getString("asset"),
                    row.getBoolean("shown"),
                    row.getLong("slates"),
                    row.getLong("anew"),
                    group(row, "used", "y"),
                    group(row, "lists", "z")))
        .list();
  }

  /**
   * @param results the column that counts them
   * @param weight the column of their weights
   */
  private static Group group(ResultSet row, String results, String weight) throws SQLException {
    return new Group(
        row.getLong("rep_days"),
        row.getLong(results),
        row.getDouble("w"),
        row.getDouble(weight),
        row.getDouble("w_w"),
        row.getDouble(weight + "_" + weight),
        row.getDouble("w_" + weight));
  }

  private JdbcClient.StatementSpec stretching(Days days, String sql) {
    var stretch = rows.stretch(days);
    return between(stretch.days(), ASSET_TRIALS + sql)
        .param("months", stretch.months())
        .param("after", stretch.after());
  }

  private JdbcClient.StatementSpec between(Days days, String sql) {
    return jdbc.sql(sql).param("first", days.first()).param("last", days.last());
  }
}
