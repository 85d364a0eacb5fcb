package dev.tandem.messages;

import dev.tandem.identity.AgeingRecords;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages that were told long ago, read or not. */
@Component
class OldMessages implements AgeingRecords {
  private static final int BATCH = 5_000;

  private final JdbcClient jdbc;

  OldMessages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "messages";
  }

  @Override
  public String label() {
    return "Messages to people";
  }

  @Override
  public String effect() {
    return "Deleted, read or not. What is still true after that long may be told once more.";
  }

  @Override
  public long due(Instant before) {
    return jdbc.sql("select count(*) from message where at < ?")
        .param(before.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  @Override
  public long remove(Instant before) {
    long removed = 0;
    for (int gone = BATCH; gone == BATCH; removed += gone)
      gone =
          jdbc.sql("delete from message where id in (select id from message where at < ? limit ?)")
              .params(before.atOffset(ZoneOffset.UTC), BATCH)
              .update();
    return removed;
  }
}
