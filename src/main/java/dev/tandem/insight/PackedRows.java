package dev.tandem.insight;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of days and of months that are over, in which all counts stand packed as bytes. */
@Repository
class PackedRows {

  /** Hears the bytes of a day, or of a month by its first day. */
  interface Hearing {
    void of(LocalDate day, boolean month, byte[] bytes);
  }

  private final JdbcClient jdbc;

  PackedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whole months as such, the days around them as they are. */
  void read(Stretch stretch, String column, Hearing hearing) {
    jdbc.sql(
            """
            select day, true as month, %1$s as bytes from insight_month
            where day >= :months and day < :after
            union all
            select day, false, %1$s from insight_day
            where day between :first and :last and (day < :months or day >= :after)
            """
                .formatted(column))
        .param("first", stretch.days().first())
        .param("last", stretch.days().last())
        .param("months", stretch.months())
        .param("after", stretch.after())
        .query(
            row -> {
              hearing.of(
                  row.getObject("day", LocalDate.class),
                  row.getBoolean("month"),
                  row.getBytes("bytes"));
            });
  }

  Stretch stretch(Days days) {
    return Stretch.of(days, folded());
  }

  /** The first day of the last month that stands in the tables of months. */
  @Nullable LocalDate folded() {
    return jdbc.sql("select max(day) from insight_month")
        .query((ResultSet row, int n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single()
        .orElse(null);
  }
}
