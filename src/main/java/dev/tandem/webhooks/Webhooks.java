package dev.tandem.webhooks;

import java.time.Duration;
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

  /**
   * What is paused is kept and delivered once it goes on.
   *
   * @param types at least one
   */
  Change change(long id, String address, Set<WebhookEvent.Type> types, boolean paused);

  /** Another secret, shown this once; the one before signs nothing any more. */
  Optional<String> newSecret(long id);

  /** Sends an event of type {@code test}; false when there is no such subscription. */
  boolean test(long id);

  /** Delivers one thing once more; false when there is none of this number. */
  boolean again(long id, long delivery);

  /** Ends a subscription and what waits for it; false when there is none of this number. */
  boolean delete(long id);

  /** The newest deliveries of a subscription, at most 200; empty for an unknown one. */
  default Optional<List<Delivery>> deliveries(long id) {
    return deliveries(id, Long.MAX_VALUE, 200);
  }

  /**
   * Deliveries of a subscription, newest first.
   *
   * @param before only those with a smaller number
   * @param limit 1 to 1,000
   * @return empty for an unknown subscription
   */
  Optional<List<Delivery>> deliveries(long id, long before, int limit);

  /** How long a delivery that is done can be seen and replayed. */
  Duration kept();

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

  /** What became of the wish for a change. */
  sealed interface Change {
    record Changed(Subscription subscription) implements Change {}

    /**
     * @param reason why the address is not called
     */
    record Refused(String reason) implements Change {}

    record Missing() implements Change {}
  }

  /**
   * @param paused whether what it wants waits
   */
  record Subscription(
      long id, String address, Set<WebhookEvent.Type> types, boolean paused, Instant createdAt) {}

  /** How far a delivery has come. */
  enum State {
    WAITING,
    DELIVERED,
    GIVEN_UP
  }

  /**
   * @param number by which it can be sent again
   * @param status that was answered last, or null
   * @param trouble why the last attempt failed, or null
   * @param answer how the body of the last answer began, up to 500 characters, or null
   * @param at when it happened
   * @param triedAt the last attempt, or null
   * @param nextAt when it is tried next, where it waits
   */
  record Delivery(
      long number,
      String event,
      WebhookEvent.Type type,
      State state,
      int attempts,
      @Nullable Integer status,
      @Nullable String trouble,
      @Nullable String answer,
      Instant at,
      @Nullable Instant triedAt,
      Instant nextAt) {}
}
