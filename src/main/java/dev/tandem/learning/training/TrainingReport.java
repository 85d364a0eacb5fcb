package dev.tandem.learning.training;

import dev.tandem.learning.LearnedModel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one training came to.
 *
 * @param reason a sentence for people
 * @param events read from the log
 * @param sessions slates of which something was seen
 * @param withoutSlate events that belong to no slate that is known, or to another rep's
 * @param screening null when nothing was read
 * @param model what was learned, null when there was not enough
 * @param verdict of the gate, null when it was not asked
 */
public record TrainingReport(
    Result result,
    String reason,
    String inUse,
    long events,
    int sessions,
    int withoutSlate,
    @Nullable Screening screening,
    @Nullable LearnedModel model,
    PromotionGate.@Nullable Verdict verdict,
    int heldOut,
    Duration took) {

  public enum Result {
    PROMOTED,
    /** A dry run that would have promoted. */
    WOULD_PROMOTE,
    /** Passed the gate, and is now compared with the model in use before reps. */
    CANARY,
    KEPT,
    /** An earlier model is still being tried; nothing was trained. */
    TRYING,
    NOT_ENOUGH,
    /** Another process trains at this moment. */
    BUSY
  }

  static TrainingReport nothing(Result result, String reason, String inUse) {
    return new TrainingReport(result, reason, inUse, 0, 0, 0, null, null, null, 0, Duration.ZERO);
  }
}
