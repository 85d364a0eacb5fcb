package dev.tandem.webhooks;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWebhooks implements Webhooks {
  private static final int MOST_DELIVERIES = 200;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final WebhookTargets targets;
  private final Clock clock;

  JdbcWebhooks(JdbcClient jdbc, WebhookTargets targets, Clock clock) {
    this.jdbc = jdbc;
    this.targets = targets;
    this.clock = clock;
  }

  @Override
  public Creation create(String address, Set<WebhookEvent.Type> types) {
    var complaint = targets.complaint(address);
    if (complaint.isPresent()) return new Creation.Refused(complaint.get());
    if (types.isEmpty()) return new Creation.Refused("name at least one type of event");
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    var secret = WebhookSignature.PREFIX + Base64.getEncoder().encodeToString(bytes);
    var subscription =
        jdbc.sql(
                "insert into webhook_subscription (address, types, secret, created_at)"
                    + " values (:address, :types, :secret, :now) returning *")
            .param("address", address)
            .param("types", types.stream().map(WebhookEvent.Type::id).toArray(String[]::new))
            .param("secret", secret)
            .param("now", utc(clock.instant()))
            .query(JdbcWebhooks::subscription)
            .single();
    return new Creation.Created(subscription, secret);
  }

  @Override
  public List<Subscription> all() {
    return jdbc.sql("select * from webhook_subscription order by id")
        .query(JdbcWebhooks::subscription)
        .list();
  }

  @Override
  public boolean delete(long id) {
    return jdbc.sql("delete from webhook_subscription where id = :id").param("id", id).update() > 0;
  }

  @Override
  public Optional<List<Delivery>> deliveries(long id) {
    if (!exists(id)) return Optional.empty();
    return Optional.of(
        jdbc.sql(
                "select * from webhook_delivery where subscription = :id"
                    + " order by number desc limit :limit")
            .param("id", id)
            .param("limit", MOST_DELIVERIES)
            .query(JdbcWebhooks::delivery)
            .list());
  }

  @Override
  public Optional<Integer> replay(long id, Instant since) {
    if (!exists(id)) return Optional.empty();
    return Optional.of(
        jdbc.sql(
                "update webhook_delivery set state = 'waiting', attempts = 0, next_at = :now"
                    + " where subscription = :id and at >= :since")
            .param("now", utc(clock.instant()))
            .param("id", id)
            .param("since", utc(since))
            .update());
  }

  private boolean exists(long id) {
    return jdbc.sql("select count(*) from webhook_subscription where id = :id")
            .param("id", id)
            .query(Long.class)
            .single()
        > 0;
  }

  private static Subscription subscription(ResultSet row, int number) throws SQLException {
    Array types = row.getArray("types");
    var known = EnumSet.noneOf(WebhookEvent.Type.class);
    Arrays.stream((String[]) types.getArray())
        .flatMap(type -> WebhookEvent.Type.of(type).stream())
        .forEach(known::add);
    return new Subscription(
        row.getLong("id"),
        Objects.requireNonNull(row.getString("address")),
        known,
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Delivery delivery(ResultSet row, int number) throws SQLException {
    var type = Objects.requireNonNull(row.getString("type"));
    return new Delivery(
        Objects.requireNonNull(row.getString("event")),
        WebhookEvent.Type.of(type).orElseThrow(),
        State.valueOf(Objects.requireNonNull(row.getString("state")).toUpperCase(Locale.ROOT)),
        row.getInt("attempts"),
        row.getObject("status", Integer.class),
        row.getString("trouble"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
