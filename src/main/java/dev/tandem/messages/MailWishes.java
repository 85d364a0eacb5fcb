package dev.tandem.messages;

import dev.tandem.identity.UserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wants mail, and where to. Nobody gets any without having said so. */
@Repository
public class MailWishes {

  /**
   * @param address empty where the sign-in name is one
   * @param mailedAt when the last digest went out, or null
   */
  public record Wish(UserId person, String address, boolean wanted, @Nullable Instant mailedAt) {

    /** Where to send to; empty where neither the wish nor the name is an address. */
    public Optional<String> target() {
      var target = address.isEmpty() ? person.value() : address;
      return isAddress(target) ? Optional.of(target) : Optional.empty();
    }
  }

  private final JdbcClient jdbc;

  MailWishes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  static boolean isAddress(String text) {
    return text.matches("[^@\\s<>\"]+@[^@\\s<>\"]+") && text.length() <= 254;
  }

  public Wish of(UserId person) {
    return jdbc.sql("select * from message_mail where user_id = ?")
        .param(person.value())
        .query(
            (row, n) -> {
              var mailed = row.getObject("mailed_at", OffsetDateTime.class);
              return new Wish(
                  person,
                  row.getString("address"),
                  row.getBoolean("wanted"),
                  mailed == null ? null : mailed.toInstant());
            })
        .optional()
        .orElseGet(() -> new Wish(person, "", false, null));
  }

  /**
   * @throws IllegalArgumentException for mail that is wanted without a usable address
   */
  public void set(UserId person, String address, boolean wanted) {
    var wish = new Wish(person, address.strip(), wanted, null);
    if (wanted && wish.target().isEmpty())
      throw new IllegalArgumentException("mail needs an address such as name@company.example");
    jdbc.sql(
            "insert into message_mail (user_id, address, wanted) values (?, ?, ?) on conflict"
                + " (user_id) do update set address = excluded.address, wanted = excluded.wanted")
        .params(person.value(), wish.address(), wanted)
        .update();
  }

  void mailed(UserId person, Instant at) {
    jdbc.sql("update message_mail set mailed_at = ? where user_id = ?")
        .params(at.atOffset(ZoneOffset.UTC), person.value())
        .update();
  }
}
