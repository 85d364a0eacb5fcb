package dev.tandem.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who used what on which deals, by numbers that stand for the names of reps and deals. */
@Repository
class ReachTables {
  private static final int[] NOBODY = {};

  private final JdbcClient jdbc;
  private final Map<String, Integer> numbers = new HashMap<>();
  private int known;

  ReachTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whole months from the roll-up, the days around them as they are. */
  Reach of(Stretch stretch) {
    var lines = new ArrayList<Reach.Line>();
    bind(
            jdbc.sql(
                "select asset, stage, reps, deals from insight_reach where day >= :months and"
                    + " day < :after"),
            stretch)
        .query(
            row -> {
              lines.add(line(row, numbers(row, "reps"), numbers(row, "deals")));
            });
    bind(
            jdbc.sql(
                """
                select p.asset, p.stage, r.number as rep, d.number as deal from insight_pair p
                  left join insight_number r on r.name = p.rep
                  left join insight_number d on d.name = p.deal
                where p.day between :first and :last and (p.day < :months or p.day >= :after)
                """),
            stretch)
        .query(
            row -> {
              lines.add(line(row, number(row, "rep"), number(row, "deal")));
            });
    return new Reach(lines);
  }

  /** The numbers of all names; they stay the same for ever. */
  synchronized Map<String, Integer> numbers() {
    jdbc.sql("select name, number from insight_number where number > :known order by number")
        .param("known", known)
        .query(
            row -> {
              known = row.getInt("number");
              numbers.put(row.getString("name"), known);
            });
    return Map.copyOf(numbers);
  }

  private static Reach.Line line(ResultSet row, int[] reps, int[] deals) throws SQLException {
    var stage = row.getString("stage");
    return new Reach.Line(row.getString("asset"), stage.isEmpty() ? null : stage, reps, deals);
  }

  private static int[] number(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? NOBODY : new int[] {number};
  }

  private static int[] numbers(ResultSet row, String column) throws SQLException {
    java.sql.@Nullable Array array = row.getArray(column);
    if (array == null) return NOBODY;
    var boxed = (Integer[]) array.getArray();
    var numbers = new int[boxed.length];
    for (int i = 0; i < boxed.length; i++) numbers[i] = boxed[i];
    return numbers;
  }

  private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Stretch stretch) {
    var bound = sql.param("months", stretch.months()).param("after", stretch.after());
    return bound.param("first", stretch.days().first()).param("last", stretch.days().last());
  }
}
