package dev.tandem.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTokenAudit implements TokenAudit {
  private static final Duration KEPT = Duration.ofDays(365);
  private static final int LONGEST_PATH = 300;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcTokenAudit(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void note(long token, UserId user, String method, String path, int status) {
    var shown = path.replaceAll("\\p{Cntrl}", "?");
    jdbc.sql(
            "insert into api_token_use (token_id, user_id, method, path, status, at)"
                + " values (:token, :user, :method, :path, :status, :at)")
        .param("token", token)
        .param("user", user.value())
        .param("method", method)
        .param("path", shown.length() > LONGEST_PATH ? shown.substring(0, LONGEST_PATH) : shown)
        .param("status", status)
        .param("at", now())
        .update();
  }

  @Override
  public List<Entry> before(long before, int limit) {
    return jdbc.sql(
            "select * from api_token_use where number < :before order by number desc limit :limit")
        .param("before", before)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Entry(
                    row.getLong("number"),
                    row.getLong("token_id"),
                    new UserId(row.getString("user_id")),
                    row.getString("method"),
                    row.getString("path"),
                    row.getInt("status"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  @Scheduled(cron = "0 17 3 * * *")
  void forgetTheOldest() {
    jdbc.sql("delete from api_token_use where at < :old").param("old", now().minus(KEPT)).update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
