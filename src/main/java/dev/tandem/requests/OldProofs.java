package dev.tandem.requests;

import dev.tandem.identity.AgeingRecords;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Uses that proved a request, long ago. Each names an event and so the person behind it; what is
 * left are counts by deal, so that what was proven stays proven and the ledger adds up.
 */
@Component
class OldProofs implements AgeingRecords {
  private static final String KEPT = "kept:";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  OldProofs(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public String kind() {
    return "request_uses";
  }

  @Override
  public String label() {
    return "Uses behind proven requests";
  }

  @Override
  public String effect() {
    return "The link to each use goes; how many there were on which deal stays.";
  }

  @Override
  public long due(Instant before) {
    return jdbc.sql(
            "select count(*) from content_request_use where at < ? and not starts_with(key, ?)")
        .params(utc(before), KEPT)
        .query(Long.class)
        .single();
  }

  @Override
  public long remove(Instant before) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              long due = due(before);
              if (due == 0) return 0L;
              jdbc.sql(
                      """
                      with gone as (
                        delete from content_request_use
                        where at < :before and not starts_with(key, :kept) returning *)
                      insert into content_request_use (request, key, deal, at, uses)
                      select request, :kept || deal, deal, min(at), sum(uses)
                      from gone group by request, deal
                      on conflict (request, key) do update set
                        uses = content_request_use.uses + excluded.uses
                      """)
                  .param("before", utc(before))
                  .param("kept", KEPT)
                  .update();
              return due;
            }));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
