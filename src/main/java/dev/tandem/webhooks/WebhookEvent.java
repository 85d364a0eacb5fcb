package dev.tandem.webhooks;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something to tell.
 *
 * @param id unique for all time; the same thing seen again has the same
 * @param fields what happened, in names and values of the API
 */
public record WebhookEvent(String id, Type type, Instant at, Map<String, String> fields) {
  public WebhookEvent {
    fields = Map.copyOf(fields);
  }

  /** What is told. */
  public enum Type {
    ASSET_PUBLISHED("asset.published"),
    ASSET_EXPIRED("asset.expired"),
    REQUEST_DELIVERED("request.delivered"),
    SHARE_VIEWED("share.viewed"),
    MODEL_PROMOTED("model.promoted"),
    /** Sent by hand to see whether a receiver works; nobody subscribes to it. */
    TEST("test");

    private final String id;

    Type(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }

    /** What one can subscribe to. */
    public static Set<Type> subscribable() {
      return EnumSet.complementOf(EnumSet.of(TEST));
    }

    public static Optional<Type> of(String id) {
      return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }
  }
}
