package dev.tandem.messages;

import dev.tandem.identity.ColumnRecords;
import dev.tandem.identity.UserId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person was told. */
@Component
class MessagePeople extends ColumnRecords {
  private final JdbcClient jdbc;

  MessagePeople(JdbcClient jdbc) {
    super(
        jdbc,
        "messages",
        "",
        List.of(deleted("message", "recipient"), deleted("message_mail", "user_id")));
    this.jdbc = jdbc;
  }

  /** What others were told about the person begins with the name. */
  @Override
  public Forgotten forget(Person person, UserId pseudonym) {
    jdbc.sql("update message set words = ? || substr(words, ?) where starts_with(words, ?)")
        .params(pseudonym.value(), person.id().value().length() + 1, person.id() + " ")
        .update();
    return super.forget(person, pseudonym);
  }
}
