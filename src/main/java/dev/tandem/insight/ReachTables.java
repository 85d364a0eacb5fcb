package dev.tandem.insight;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who used what on which deals, by numbers that stand for the names of reps and deals. */
@Repository
class ReachTables {
  private static final int[] NOBODY = {};

  private final JdbcClient jdbc;
  private final NameNumbers names;

  ReachTables(JdbcClient jdbc, NameNumbers names) {
    this.jdbc = jdbc;
    this.names = names;
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
              lines.add(line(row));
            });
    bind(
            jdbc.sql(
                """
                select p.asset, p.stage, string_agg(int4send(r.number), ''::bytea) as reps,
                  string_agg(int4send(d.number), ''::bytea) as deals
                from insight_pair p left join insight_number r on r.name = p.rep
                  left join insight_number d on d.name = p.deal
                where p.day between :first and :last and (p.day < :months or p.day >= :after)
                group by p.asset, p.stage
                """),
            stretch)
        .query(
            row -> {
              lines.add(line(row));
            });
    return new Reach(lines);
  }

  /** The numbers of all names; they stay the same for ever. */
  Map<String, Integer> numbers() {
    return names.now().numbers();
  }

  private static Reach.Line line(ResultSet row) throws SQLException {
    var stage = row.getString("stage");
    return new Reach.Line(
        row.getString("asset"),
        stage.isEmpty() ? null : stage,
        numbers(row, "reps"),
        numbers(row, "deals"));
  }

  private static int[] numbers(ResultSet row, String column) throws SQLException {
    byte @Nullable [] bytes = row.getBytes(column);
    if (bytes == null) return NOBODY;
    var numbers = new int[bytes.length / Integer.BYTES];
    ByteBuffer.wrap(bytes).asIntBuffer().get(numbers);
    return numbers;
  }

  private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Stretch stretch) {
    var bound = sql.param("months", stretch.months()).param("after", stretch.after());
    return bound.param("first", stretch.days().first()).param("last", stretch.days().last());
  }
}
