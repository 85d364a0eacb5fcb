package dev.tandem.insight;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often each asset was used on each day there ever was, from the roll-ups. */
@Repository
public class DailyUses {

  /** Hears the uses of an asset on a day; maybe in parts that are to be added. */
  public interface Hearing {
    void of(String asset, LocalDate day, int uses);
  }

  private final JdbcClient jdbc;
  private final NameNumbers names;

  DailyUses(JdbcClient jdbc, NameNumbers names) {
    this.jdbc = jdbc;
    this.names = names;
  }

  /** Months that are over stand together by asset, the days since by themselves. */
  public void tell(Hearing hearing) {
    jdbc.sql("select day, asset, uses from insight_trend")
        .query(
            row -> {
              var before = row.getObject("day", LocalDate.class).minusDays(1);
              var asset = row.getString("asset");
              var bytes = ByteBuffer.wrap(row.getBytes("uses"));
              while (bytes.hasRemaining())
                hearing.of(asset, before.plusDays(bytes.getShort()), bytes.getInt());
            });
    var known = names.now();
    jdbc.sql("select day, counts from insight_day where day >= :from")
        .param("from", firstOfDays())
        .query(
            row -> {
              var day = row.getObject("day", LocalDate.class);
              PackedCounts.uses(
                  row.getBytes("counts"),
                  (asset, uses) -> hearing.of(known.name(asset), day, uses));
            });
  }

  private LocalDate firstOfDays() {
    return jdbc.sql("select coalesce(max(day), '0001-01-01'::date) from insight_month")
        .query(LocalDate.class)
        .optional()
        .map(month -> month.plusMonths(1))
        .orElse(LocalDate.of(1, 1, 1));
  }
}
