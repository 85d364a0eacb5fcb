package dev.tandem.feedback;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts without reading the log whether there is anything in it to learn from. */
@Component
public class LoggedUses {
  private final JdbcClient jdbc;

  LoggedUses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How many events behind the cursor say that something was used or rated, those among them that
   * were taken back.
   *
   * @param most where counting ends
   */
  public int after(long sequence, int most) {
    return jdbc.sql(
            """
            select count(*) from (select 1 from feedback_event where seq > :after and type in
              ('open', 'download', 'copy_link', 'share', 'buyer_view', 'rating') limit :most)""")
        .param("after", sequence)
        .param("most", most)
        .query(Integer.class)
        .single();
  }
}
