package dev.tandem.messages;

import dev.tandem.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMessages implements Messages {
  private static final int LONGEST = 1_000;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcMessages(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void tell(Collection<UserId> people, String key, String words, String path) {
    tell(people, key, words, path, clock.instant());
  }

  @Override
  public void tell(Collection<UserId> people, String key, String words, String path, Instant at) {
    if (key.isEmpty() || key.length() > 200)
      throw new IllegalArgumentException("the key of a message has 1 to 200 characters");
    var cut = words.length() > LONGEST ? words.substring(0, LONGEST - 1) + "…" : words;
    for (var person : new LinkedHashSet<>(people))
      jdbc.sql(
              "insert into message (recipient, key, at, words, path) values (?, ?, ?, ?, ?)"
                  + " on conflict do nothing")
          .params(person.value(), key, at.atOffset(ZoneOffset.UTC), cut, path)
          .update();
  }

  @Override
  public List<Message> of(UserId person, int limit) {
    return jdbc.sql("select * from message where recipient = ? order by id desc limit ?")
        .params(person.value(), limit)
        .query(JdbcMessages::read)
        .list();
  }

  @Override
  public long unread(UserId person) {
    return jdbc.sql("select count(*) from message where recipient = ? and read_at is null")
        .param(person.value())
        .query(Long.class)
        .single();
  }

  @Override
  public void markRead(UserId person, long id) {
    jdbc.sql("update message set read_at = ? where recipient = ? and id = ? and read_at is null")
        .params(now(), person.value(), id)
        .update();
  }

  @Override
  public void markAllRead(UserId person) {
    jdbc.sql("update message set read_at = ? where recipient = ? and read_at is null")
        .params(now(), person.value())
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  static Message read(ResultSet row, int number) throws SQLException {
    return new Message(
        row.getLong("id"),
        new UserId(Objects.requireNonNull(row.getString("recipient"))),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Objects.requireNonNull(row.getString("words")),
        Objects.requireNonNull(row.getString("path")),
        row.getObject("read_at") != null);
  }
}
