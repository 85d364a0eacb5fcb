package dev.tandem.embed.context;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers, over restarts and for all instances, what counts only once. */
@Repository
class SeenContexts {
  private final JdbcClient jdbc;
  private final Clock clock;

  SeenContexts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Whether this is the first time; it is the first time for one of those that ask at once.
   *
   * @param until when it is refused for its age and need not be remembered any more
   */
  boolean first(String tenant, String once, Instant until) {
    jdbc.sql("delete from embed_seen_context where until < :now")
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return jdbc.sql(
                "insert into embed_seen_context (digest, until) values (:digest, :until)"
                    + " on conflict do nothing")
            .param("digest", digest(tenant + '\n' + once))
            .param("until", until.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
