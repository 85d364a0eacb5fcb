package dev.tandem.requests;

import dev.tandem.identity.ColumnRecords;
import dev.tandem.identity.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asked, answers and decided. */
@Component
class RequestPeople extends ColumnRecords {
  private final JdbcClient jdbc;

  RequestPeople(JdbcClient jdbc) {
    super(
        jdbc,
        "requests",
        "what was asked for stays, since others wait for it",
        List.of(
            pseudonymised("content_request", "asked_by"),
            pseudonymised("content_request", "owner"),
            pseudonymised("content_request_asker", "asker"),
            pseudonymised("content_request_step", "actor"),
            deleted("content_owner", "owner")));
    this.jdbc = jdbc;
  }

  /** Steps name the owner they gave a request to. */
  @Override
  public Forgotten forget(Person person, UserId pseudonym) {
    jdbc.sql("update content_request_step set words = ? where words = ?")
        .params("Owner: " + pseudonym, "Owner: " + person.id())
        .update();
    return super.forget(person, pseudonym);
  }
}
