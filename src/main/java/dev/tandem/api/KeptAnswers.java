package dev.tandem.api;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was answered to whom under which idempotency key; kept for a day. */
@Repository
class KeptAnswers {
  private static final Duration LIFE = Duration.ofDays(1);

  /** A request that has run for longer died with its server. */
  private static final Duration LONGEST_RUN = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final Clock clock;

  KeptAnswers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is known of a key. */
  sealed interface Kept {
    /** Nothing; it is now known to be running. */
    record First() implements Kept {}

    record Running() implements Kept {}

    /** It was used for another request. */
    record Other() implements Kept {}

    record Answer(int status, @Nullable String type, @Nullable String location, byte[] body)
        implements Kept {}
  }

  Kept begin(String caller, String key, byte[] digest) {
    jdbc.sql(
            "delete from api_kept_answer where begun_at < :old"
                + " or (status is null and begun_at < :dead)")
        .param("old", now().minus(LIFE))
        .param("dead", now().minus(LONGEST_RUN))
        .update();
    int begun =
        jdbc.sql(
                "insert into api_kept_answer (caller, key, digest, begun_at)"
                    + " values (:caller, :key, :digest, :now) on conflict do nothing")
            .param("caller", caller)
            .param("key", key)
            .param("digest", digest)
            .param("now", now())
            .update();
    return begun == 1 ? new Kept.First() : find(caller, key, digest);
  }

  private Kept find(String caller, String key, byte[] digest) {
    return jdbc.sql("select * from api_kept_answer where caller = :caller and key = :key")
        .param("caller", caller)
        .param("key", key)
        .query(
            (row, number) -> {
              if (!Arrays.equals(digest, row.getBytes("digest"))) return (Kept) new Kept.Other();
              var status = row.getObject("status", Integer.class);
              if (status == null) return new Kept.Running();
              return new Kept.Answer(
                  status,
                  row.getString("content_type"),
                  row.getString("location"),
                  row.getBytes("body"));
            })
        .optional()
        .orElseGet(Kept.Running::new); // it ended a moment ago and left nothing
  }

  void keep(
      String caller,
      String key,
      int status,
      @Nullable String type,
      @Nullable String location,
      byte[] body) {
    jdbc.sql(
            "update api_kept_answer set status = :status, content_type = :type,"
                + " location = :location, body = :body where caller = :caller and key = :key")
        .param("status", status)
        .param("type", type)
        .param("location", location)
        .param("body", body)
        .param("caller", caller)
        .param("key", key)
        .update();
  }

  void forget(String caller, String key) {
    jdbc.sql("delete from api_kept_answer where caller = :caller and key = :key")
        .param("caller", caller)
        .param("key", key)
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
