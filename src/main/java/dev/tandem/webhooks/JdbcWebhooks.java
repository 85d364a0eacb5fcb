package dev.tandem.webhooks;

import static dev.tandem.webhooks.WebhookEvent.Type.TEST;

import dev.tandem.shared.SealedSecrets;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWebhooks implements Webhooks {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final WebhookTargets targets;
  private final WebhookOutbox outbox;
  private final SealedSecrets secrets;
  private final WebhookSettings settings;
  private final Clock clock;

  JdbcWebhooks(
      JdbcClient jdbc,
      WebhookTargets targets,
      WebhookOutbox outbox,
      SealedSecrets secrets,
      WebhookSettings settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.targets = targets;
    this.outbox = outbox;
    this.secrets = secrets;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Creation create(String address, Set<WebhookEvent.Type> types) {
    var complaint = complaint(address, types);
    if (complaint.isPresent()) return new Creation.Refused(complaint.get());
    var secret = secret();
    var subscription =
        jdbc.sql(
                "insert into webhook_subscription (address, types, secret, created_at)"
                    + " values (:address, :types, :secret, :now) returning *")
            .param("address", address)
            .param("types", ids(types))
            .param("secret", secrets.seal(secret, WebhookOutbox.PURPOSE))
            .param("now", utc(clock.instant()))
            .query(JdbcWebhooks::subscription)
            .single();
    return new Creation.Created(subscription, secret);
  }

  @Override
  public Change change(long id, String address, Set<WebhookEvent.Type> types, boolean paused) {
    var complaint = complaint(address, types);
    if (complaint.isPresent()) return new Change.Refused(complaint.get());
    return jdbc.sql(
            "update webhook_subscription set address = :address, types = :types, paused = :paused"
                + " where id = :id returning *")
        .param("address", address)
        .param("types", ids(types))
        .param("paused", paused)
        .param("id", id)
        .query(JdbcWebhooks::subscription)
        .optional()
        .<Change>map(Change.Changed::new)
        .orElseGet(Change.Missing::new);
  }

  @Override
  public Optional<String> newSecret(long id) {
    var secret = secret();
    int changed =
        jdbc.sql("update webhook_subscription set secret = :secret where id = :id")
            .param("secret", secrets.seal(secret, WebhookOutbox.PURPOSE))
            .param("id", id)
            .update();
    return changed > 0 ? Optional.of(secret) : Optional.empty();
  }

  @Override
  public boolean test(long id) {
    if (!exists(id)) return false;
    outbox.add(id, new WebhookEvent("test:" + UUID.randomUUID(), TEST, clock.instant(), Map.of()));
    return true;
  }

  @Override
  public boolean again(long id, long delivery) {
    return jdbc.sql(
                "update webhook_delivery set state = 'waiting', attempts = 0, next_at = :now"
                    + " where subscription = :id and number = :number")
            .param("now", utc(clock.instant()))
            .param("id", id)
            .param("number", delivery)
            .update()
        > 0;
  }

  private Optional<String> complaint(String address, Set<WebhookEvent.Type> types) {
    if (types.isEmpty() || !WebhookEvent.Type.subscribable().containsAll(types))
      return Optional.of("name at least one type of event");
    return targets.complaint(address);
  }

  private static String secret() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return WebhookSignature.PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  private static String[] ids(Set<WebhookEvent.Type> types) {
    return types.stream().sorted().map(WebhookEvent.Type::id).toArray(String[]::new);
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
  public Optional<List<Delivery>> deliveries(long id, long before, int limit) {
    if (!exists(id)) return Optional.empty();
    return Optional.of(
        jdbc.sql(
                "select * from webhook_delivery where subscription = :id and number < :before"
                    + " order by number desc limit :limit")
            .param("id", id)
            .param("before", before)
            .param("limit", limit)
            .query(JdbcWebhooks::delivery)
            .list());
  }

  @Override
  public Duration kept() {
    return settings.keep();
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
        row.getBoolean("paused"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Delivery delivery(ResultSet row, int number) throws SQLException {
    var type = Objects.requireNonNull(row.getString("type"));
    var tried = row.getObject("tried_at", OffsetDateTime.class);
    return new Delivery(
        row.getLong("number"),
        Objects.requireNonNull(row.getString("event")),
        WebhookEvent.Type.of(type).orElseThrow(),
        State.valueOf(Objects.requireNonNull(row.getString("state")).toUpperCase(Locale.ROOT)),
        row.getInt("attempts"),
        row.getObject("status", Integer.class),
        row.getString("trouble"),
        row.getString("answer"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        tried == null ? null : tried.toInstant(),
        row.getObject("next_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
