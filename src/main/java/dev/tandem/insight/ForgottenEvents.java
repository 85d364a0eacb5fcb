package dev.tandem.insight;

import dev.tandem.feedback.EventsForgotten;
import dev.tandem.feedback.LogReader;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the log deletes for good is deleted from the tables of the reports in the same step. */
@Component
class ForgottenEvents implements LogReader {
  private final EventTable table;
  private final RollUps rollUps;
  private final JdbcClient jdbc;

  ForgottenEvents(EventTable table, RollUps rollUps, JdbcClient jdbc) {
    this.table = table;
    this.rollUps = rollUps;
    this.jdbc = jdbc;
  }

  @Override
  public long position() {
    return table.progress();
  }

  @EventListener
  void on(EventsForgotten forgotten) {
    var sequences = forgotten.sequences().toArray(Long[]::new);
    jdbc.sql(
            """
            insert into insight_dirty_deal
            select distinct deal from insight_event where sequence = any(?) and deal is not null
            on conflict do nothing
            """)
        .param(sequences)
        .update();
    var slates = forgotten.slates().toArray(String[]::new);
    var people = people(sequences, slates);
    jdbc.sql("delete from insight_event where sequence = any(?)").param(sequences).update();
    jdbc.sql("delete from insight_slate where slate = any(?)").param(slates).update();
    people.forEach(rollUps::foldPeople);
  }

  /** Whose rows of which days say something that is deleted. */
  private Map<LocalDate, Set<String>> people(Long[] sequences, String[] slates) {
    var people = new TreeMap<LocalDate, Set<String>>();
    jdbc.sql(
            """
            select distinct (at at time zone :zone)::date as day, rep from insight_event
            where sequence = any(:sequences) and rep is not null and action <> 'impression'
            union select (at at time zone :zone)::date, rep from insight_slate
            where slate = any(:slates) and surface = 'search' and query <> ''
            """)
        .param("zone", RollUps.zone())
        .param("sequences", sequences)
        .param("slates", slates)
        .query(
            row -> {
              people
                  .computeIfAbsent(
                      row.getObject("day", LocalDate.class), unknown -> new HashSet<>())
                  .add(row.getString("rep"));
            });
    return people;
  }
}
