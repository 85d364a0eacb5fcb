package dev.tandem.insight;

import dev.tandem.shared.Proportion;
import dev.tandem.shared.TimeWindow;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people did with content, from one row for each of them and day. */
@Repository
public class PersonDays {

  /**
   * @param active people with at least one use
   * @param views by buyers, of what the people sent
   * @param judged ratings and dismissals
   * @param searches that led to a use, out of all with words
   * @param deals with a use
   */
  public record Sums(
      long active,
      long uses,
      long shares,
      long views,
      long judged,
      Proportion searches,
      long deals) {}

  private final JdbcClient jdbc;

  PersonDays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param window of whole days; what begins or ends within a day has all of it
   */
  public Sums of(Collection<String> people, TimeWindow window) {
    var days = Days.of(window);
    var sum = new Sum();
    jdbc.sql(
            """
            select rep, uses, shares, views, judged, searches, searches_used, deals
            from insight_person where rep = any(:people) and day between :first and :last
            """)
        .param("people", people.toArray(String[]::new))
        .param("first", days.first())
        .param("last", days.last())
        .query(
            row -> {
              if (row.getInt("uses") > 0) sum.active.add(row.getString("rep"));
              sum.uses += row.getInt("uses");
              sum.shares += row.getInt("shares");
              sum.views += row.getInt("views");
              sum.judged += row.getInt("judged");
              sum.searches += row.getInt("searches");
              sum.searchesUsed += row.getInt("searches_used");
              var deals = ByteBuffer.wrap(row.getBytes("deals"));
              while (deals.hasRemaining()) sum.deals.set(deals.getInt());
            });
    return sum.sums();
  }

  private static final class Sum {
    final HashSet<String> active = new HashSet<>();
    final BitSet deals = new BitSet();
    long uses;
    long shares;
    long views;
    long judged;
    long searches;
    long searchesUsed;

    Sums sums() {
      return new Sums(
          active.size(),
          uses,
          shares,
          views,
          judged,
          new Proportion(searchesUsed, searches),
          deals.cardinality());
    }
  }
}
