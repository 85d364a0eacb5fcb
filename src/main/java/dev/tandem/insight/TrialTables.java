package dev.tandem.insight;

import dev.tandem.insight.statistics.RandomisedDifference.Group;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums of what was drawn by lot. */
@Repository
class TrialTables {
  private final JdbcClient jdbc;

  TrialTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
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

  /**
   * @param asset empty for all slates and all that was used from them
   * @param group without the weights of slates, but for the empty asset
   */
  record Explored(String asset, boolean tried, long slates, long tries, Group group) {}

  /** All slates, and the assets that were tried out at least once. */
  List<Explored> explored(Days days) {
    return between(
            days,
            """
            select asset, tried, sum(rep_days) as rep_days, sum(slates) as slates,
              sum(tries) as tries, sum(used) as used, sum(w) as w, sum(y) as y, sum(w_w) as w_w,
              sum(y_y) as y_y, sum(w_y) as w_y
            from insight_exploration
            where day between :first and :last and (asset = '' or asset in (
              select asset from insight_exploration
              where day between :first and :last and tries > 0))
            group by asset, tried
            """)
        .query(
            (row, n) ->
                new Explored(
                    row.getString("asset"),
                    row.getBoolean("tried"),
                    row.getLong("slates"),
                    row.getLong("tries"),
                    new Group(
                        row.getLong("rep_days"),
                        row.getLong("used"),
                        row.getDouble("w"),
                        row.getDouble("y"),
                        row.getDouble("w_w"),
                        row.getDouble("y_y"),
                        row.getDouble("w_y"))))
        .list();
  }

  private JdbcClient.StatementSpec between(Days days, String sql) {
    return jdbc.sql(sql).param("first", days.first()).param("last", days.last());
  }
}
