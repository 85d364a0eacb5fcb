package dev.tandem.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who wants to be told of what, and what became of it. */
public interface Webhooks {

  /**
   * @param types at least one
   * @return the secret is shown this once
   */
  Creation create(String address, Set<WebhookEvent.Type> types);

  /** All, oldest first. */
  List<Subscription> all();

  /** Ends a subscription and what waits for it; false when there is none of this number. */
  boolean delete(long id);

  /** The newest deliveries of a subscription, at most 200; empty for an unknown one. */
  Optional<List<Delivery>> deliveries(long id);

  /**
   * Delivers everything since then once more, whatever became of it.
   *
   * @return how many; empty for an unknown subscription
   */
  Optional<Integer> replay(long id, Instant since);

  /** What became of the wish for a subscription. */
  sealed interface Creation {
    record Created(Subscription subscription, String secret) implements Creation {
      @Override
      public String toString() {
        return "Created[" + subscription + "]";
      }
    }

    /**
     * @param reason why the address is not called
     */
    record Refused(String reason) implements Creation {}
  }

  record Subscription(long id, String address, Set<WebhookEvent.Type> types, Instant createdAt) {}

  /** How far a delivery has come. */
  enum State {
    WAITING,
    DELIVERED,
    GIVEN_UP
  }

  /**
   * @param status that was answered last, or null
   * @param trouble why the last attempt failed, or null
   */
  record Delivery(
      String event,
      WebhookEvent.Type type,
      State state,
      int attempts,
      @Nullable Integer status,
      @Nullable String trouble,
      Instant at) {}
}
