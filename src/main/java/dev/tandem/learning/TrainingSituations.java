package dev.tandem.learning;

import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.library.AssetId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells training what the slates of the log were about. It lies here, and is implemented where
 * deals and features are known, because learning knows neither.
 */
public interface TrainingSituations {

  /**
   * Starts reading the log; one reading is used by one thread.
   *
   * @param whileWaiting called again and again where a description takes long; may throw to end it
   */
  Reading read(Runnable whileWaiting);

  /** What an asset takes after, looked up anew; may take some milliseconds. */
  default Kin kin(AssetId asset) {
    return Kin.NONE;
  }

  /** Reads the log once, in its order. */
  interface Reading {

    /**
     * The items of a slate as they were when it was served: with the features that were logged, or,
     * for slates that carry none, with those they would have had as far as it is known now.
     *
     * @return one for each item, in their order; null for one that cannot be described any more
     */
    List<@Nullable Example> describe(SlateServed slate);

    /** Takes note of any event, after {@link #describe} when it is a slate. */
    void follow(FeedbackEvent event);

    /** Whether the library has changed since so that something would be described otherwise now. */
    default boolean outdated() {
      return false;
    }
  }
}
