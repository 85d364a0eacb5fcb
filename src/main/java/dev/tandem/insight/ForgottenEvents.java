package dev.tandem.insight;

import dev.tandem.feedback.EventsForgotten;
import dev.tandem.feedback.LogReader;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the log deletes for good is deleted from the tables of the reports in the same step. */
@Component
class ForgottenEvents implements LogReader {
  private final EventTable table;
  private final JdbcClient jdbc;

  ForgottenEvents(EventTable table, JdbcClient jdbc) {
    this.table = table;
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
    jdbc.sql("delete from insight_event where sequence = any(?)").param(sequences).update();
    if (!forgotten.slates().isEmpty())
      jdbc.sql("delete from insight_slate where slate = any(?)")
          .param(forgotten.slates().toArray(String[]::new))
          .update();
  }
}
