package dev.tandem.insight.alignment;

import dev.tandem.identity.UserId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people want to be spoken about. */
@Repository
public class Issues {
  private final JdbcClient jdbc;
  private final Clock clock;

  Issues(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param words 1 to 2,000 characters
   * @param author null keeps neither name nor day
   */
  public void raise(YearMonth month, String words, @Nullable UserId author) {
    if (words.isBlank() || words.length() > 2_000)
      throw new IllegalArgumentException("an issue has 1 to 2,000 characters");
    jdbc.sql("insert into insight_issue (month, words, author, raised) values (?, ?, ?, ?)")
        .param(month.atDay(1))
        .param(words.strip())
        .param(author == null ? null : author.value())
        .param(author == null ? null : LocalDate.now(clock))
        .update();
  }

  /** Writes down what was agreed; empty opens it again. */
  public void settle(long id, String agreed) {
    jdbc.sql("update insight_issue set settled = nullif(?, '') where id = ?")
        .params(agreed.strip(), id)
        .update();
  }

  /** Those of a month, and those of earlier months that stand open. */
  public List<AlignmentPack.Issue> of(YearMonth month) {
    return jdbc.sql(
            "select * from insight_issue where month = ? or (month < ? and settled is null) order"
                + " by id")
        .params(month.atDay(1), month.atDay(1))
        .query(
            (row, n) ->
                new AlignmentPack.Issue(
                    row.getLong("id"),
                    Objects.requireNonNull(row.getString("words")),
                    row.getString("author"),
                    row.getString("settled")))
        .list();
  }
}
