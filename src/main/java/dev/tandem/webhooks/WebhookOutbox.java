package dev.tandem.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What is to be delivered, and to whom; on disk before anything is sent. */
@Repository
class WebhookOutbox {
  /** For so long a delivery belongs to the instance that took it. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** What the secrets of subscriptions are sealed for. */
  static final String PURPOSE = "webhook signatures";

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  WebhookOutbox(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param secret of the subscription, sealed
   * @param attempts that were made before
   */
  record Due(long number, String event, String address, String secret, String body, int attempts) {
    @Override
    public String toString() {
      return "Due[" + number + "]";
    }
  }

  /** Keeps an event for all who want it; one that is known already changes nothing. */
  void add(WebhookEvent event) {
    jdbc.sql(
            """
            insert into webhook_delivery (subscription, event, type, body, at, next_at)
            select id, :event, :type, :body, :at, :now from webhook_subscription
            where :type = any(types) and created_at <= :now
            on conflict do nothing
            """)
        .params(values(event))
        .update();
  }

  /** Keeps an event for one of them, whatever it wants. */
  void add(long subscription, WebhookEvent event) {
    jdbc.sql(
            "insert into webhook_delivery (subscription, event, type, body, at, next_at)"
                + " values (:subscription, :event, :type, :body, :at, :now)")
        .params(values(event))
        .param("subscription", subscription)
        .update();
  }

  private Map<String, Object> values(WebhookEvent event) {
    var object = json.createObjectNode();
    object.put("type", event.type().id());
    object.put("timestamp", event.at().toString());
    var fields = object.putObject("data");
    event.fields().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(field -> fields.put(field.getKey(), field.getValue()));
    return Map.of(
        "event", event.id(),
        "type", event.type().id(),
        "body", object.toString(),
        "at", utc(event.at()),
        "now", now());
  }

  /** Takes what is due, for a while; several instances never take the same. */
  List<Due> take(int limit) {
    return jdbc.sql(
            """
            update webhook_delivery d set next_at = :until
            from webhook_subscription s
            where s.id = d.subscription and d.number in (
              select w.number from webhook_delivery w
                join webhook_subscription o on o.id = w.subscription
              where w.state = 'waiting' and w.next_at <= :now and not o.paused
              order by w.next_at, w.number limit :limit for update of w skip locked)
            returning d.number, d.event, s.address, s.secret, d.body, d.attempts
            """)
        .param("until", utc(clock.instant().plus(LEASE)))
        .param("now", now())
        .param("limit", limit)
        .query(WebhookOutbox::due)
        .list();
  }

  /**
   * @param answer how its body began
   */
  void delivered(Due due, int status, String answer) {
    jdbc.sql(
            "update webhook_delivery set state = 'delivered', attempts = attempts + 1,"
                + " status = :status, trouble = null, answer = :answer, tried_at = :now"
                + " where number = :number")
        .param("status", status)
        .param("answer", answer)
        .param("now", now())
        .param("number", due.number())
        .update();
  }

  /**
   * @param answer how its body began, or null
   * @param next when to try again; empty to give up
   */
  void failed(
      Due due,
      @Nullable Integer status,
      String trouble,
      @Nullable String answer,
      Optional<Instant> next) {
    jdbc.sql(
            """
            update webhook_delivery set attempts = attempts + 1, status = :status,
              trouble = :trouble, answer = :answer, tried_at = :now, state = :state, next_at = coalesce(:next, next_at)
            where number = :number
            """)
        .param("status", status)
        .param("trouble", trouble.length() > 300 ? trouble.substring(0, 300) : trouble)
        .param("answer", answer)
        .param("now", now())
        .param("state", next.isPresent() ? "waiting" : "given_up")
        .param("next", next.map(WebhookOutbox::utc).orElse(null))
        .param("number", due.number())
        .update();
  }

  /** How far a source was read; empty before the first time. */
  Optional<Long> reached(String source) {
    return jdbc.sql("select place from webhook_cursor where source = :source")
        .param("source", source)
        .query(Long.class)
        .optional();
  }

  void reach(String source, long place) {
    jdbc.sql(
            "insert into webhook_cursor (source, place) values (:source, :place)"
                + " on conflict (source) do update set place = excluded.place")
        .param("source", source)
        .param("place", place)
        .update();
  }

  private static Due due(ResultSet row, int number) throws SQLException {
    return new Due(
        row.getLong("number"),
        Objects.requireNonNull(row.getString("event")),
        Objects.requireNonNull(row.getString("address")),
        Objects.requireNonNull(row.getString("secret")),
        Objects.requireNonNull(row.getString("body")),
        row.getInt("attempts"));
  }

  private OffsetDateTime now() {
    return utc(clock.instant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
