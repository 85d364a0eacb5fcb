package dev.tandem.requests;

import dev.tandem.shared.Proportion;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which of marketing's promises were kept. A promise counts in the time in which it fell due; to is
 * exclusive, and what falls due today is not judged before tomorrow.
 */
@Repository
public class PromiseLedger {
  private final JdbcClient jdbc;

  PromiseLedger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Requests that got a yes or no by the day of the service level, out of all due in this time. */
  public Proportion answered(LocalDate from, LocalDate to) {
    return counted(
        "count(*) filter (where (answered_at at time zone :zone)::date <= answer_by)",
        "answer_by >= :from and answer_by < :to and state <> 'merged'",
        from,
        to);
  }

  /** Requests that were delivered by the promised day, out of all not declined and due. */
  public Proportion delivered(LocalDate from, LocalDate to) {
    return counted(
        "count(*) filter (where (delivered_at at time zone :zone)::date <= due_on)",
        "due_on >= :from and due_on < :to and state not in ('merged', 'declined')",
        from,
        to);
  }

  /** Of what was delivered in this time, how much was used in a deal since. */
  public Proportion proven(LocalDate from, LocalDate to) {
    return counted(
        "count(*) filter (where state = 'proven')",
        "(delivered_at at time zone :zone)::date >= :from"
            + " and (delivered_at at time zone :zone)::date < :to",
        from,
        to);
  }

  private Proportion counted(String kept, String where, LocalDate from, LocalDate to) {
    return jdbc.sql("select " + kept + ", count(*), :zone from content_request where " + where)
        .param("zone", ZoneId.systemDefault().getId())
        .param("from", from)
        .param("to", to)
        .query((row, n) -> new Proportion(row.getLong(1), row.getLong(2)))
        .single();
  }
}
