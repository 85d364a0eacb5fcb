package dev.tandem.insight.upkeep;

import dev.tandem.identity.UserId;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What changed about products and competitors, as marketers note it. */
@Repository
public class SubjectChanges {
  private final JdbcClient jdbc;
  private final Clock clock;

  SubjectChanges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param note what changed, 1 to 500 characters
   */
  public record Change(long id, Term subject, LocalDate on, String note, UserId notedBy) {}

  /**
   * @throws IllegalArgumentException for another dimension than product or competitor, or a note
   *     that is empty or too long
   */
  public void note(Term subject, LocalDate on, String note, UserId by) {
    if (subject.dimension() != Dimension.PRODUCT && subject.dimension() != Dimension.COMPETITOR)
      throw new IllegalArgumentException("only products and competitors change");
    if (note.isBlank() || note.length() > 500)
      throw new IllegalArgumentException("what changed takes 1 to 500 characters");
    jdbc.sql(
            "insert into insight_subject_change (dimension, term_key, label, changed_on, note,"
                + " noted_by, noted_at) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            subject.dimension().id(),
            subject.key(),
            subject.label(),
            on,
            note.strip(),
            by.value(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  public void remove(long id) {
    jdbc.sql("delete from insight_subject_change where id = ?").param(id).update();
  }

  /** The latest first; at most 200. */
  public List<Change> all() {
    return jdbc.sql(
            "select * from insight_subject_change order by changed_on desc, id desc limit 200")
        .query(
            (row, n) ->
                new Change(
                    row.getLong("id"),
                    new Term(
                        Dimension.valueOf(
                            Objects.requireNonNull(row.getString("dimension"))
                                .toUpperCase(Locale.ROOT)),
                        Objects.requireNonNull(row.getString("label"))),
                    row.getObject("changed_on", LocalDate.class),
                    Objects.requireNonNull(row.getString("note")),
                    new UserId(Objects.requireNonNull(row.getString("noted_by")))))
        .list();
  }
}
