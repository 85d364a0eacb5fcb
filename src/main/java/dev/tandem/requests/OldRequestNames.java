package dev.tandem.requests;

import dev.tandem.identity.AgeingRecords;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Names on requests that ended long ago. The requests stay, since the ledger counts them; whoever
 * asked, answered and decided becomes "former-1", "former-2" and so on, in each request anew.
 */
@Component
class OldRequestNames implements AgeingRecords {
  private static final int BATCH = 200;

  private static final String OLD =
      """
      from content_request r where r.changed_at < ?
        and (r.state in ('declined', 'delivered', 'proven') or r.merged_into is not null)
        and exists (
          select from content_request_asker a where a.request = r.id
            and a.asker !~ '^former-[0-9]+$')
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  OldRequestNames(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public String kind() {
    return "request_names";
  }

  @Override
  public String label() {
    return "Names on ended requests";
  }

  @Override
  public String effect() {
    return "Names become “former-1” and so on; the request, its dates and its proof stay.";
  }

  @Override
  public long due(Instant before) {
    return jdbc.sql("select count(*) " + OLD)
        .param(before.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  @Override
  public long remove(Instant before) {
    long removed = 0;
    for (int gone = BATCH; gone == BATCH; removed += gone)
      gone = Objects.requireNonNull(transaction.execute(status -> some(before)));
    return removed;
  }

  private int some(Instant before) {
    var ids =
        jdbc.sql("select r.id " + OLD + " order by r.id limit " + BATCH)
            .param(before.atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .list();
    ids.forEach(this::anonymise);
    return ids.size();
  }

  private void anonymise(long request) {
    List<String> names =
        jdbc.sql(
                """
                select asked_by from content_request where id = :id
                union select owner from content_request where id = :id and owner is not null
                union select asker from content_request_asker where request = :id
                union select actor from content_request_step where request = :id
                  and actor is not null
                order by 1
                """)
            .param("id", request)
            .query(String.class)
            .list();
    int number = 0;
    for (var name : names) {
      var former = "former-" + ++number;
      for (var column :
          List.of(
              "content_request set asked_by = :to where id = :id and asked_by",
              "content_request set owner = :to where id = :id and owner",
              "content_request_asker set asker = :to where request = :id and asker",
              "content_request_step set actor = :to where request = :id and actor"))
        jdbc.sql("update " + column + " = :name")
            .param("to", former)
            .param("id", request)
            .param("name", name)
            .update();
      jdbc.sql("update content_request_step set words = :to where request = :id and words = :was")
          .param("to", "Owner: " + former)
          .param("id", request)
          .param("was", "Owner: " + name)
          .update();
    }
  }
}
