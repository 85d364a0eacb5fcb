package dev.tandem.learning;

import dev.tandem.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every model that was learned, and which one was put to use when and why. */
public interface ModelRegistry {

  /** What was decided. */
  enum Kind {
    /** A trained model passed the gate. */
    PROMOTED,
    /** A trained model did not pass; the one in use stayed. */
    KEPT,
    /** A person put a model of the history, or the prior, to use. */
    CHOSEN,
    /** A trained model passed the gate and is compared with the one in use before reps. */
    CANARY,
    /** A canary was not promoted; the one in use stayed. */
    REJECTED,
    /** The model in use turned out worse than the one before, which is in use again. */
    ROLLED_BACK;

    /** Whether the decision says which model ranks. */
    public boolean putsToUse() {
      return this == PROMOTED || this == CHOSEN || this == ROLLED_BACK;
    }
  }

  /**
   * @param version the model that was tested or chosen; of a rollback the one that is in use again
   * @param before the one in use until then
   * @param logSequence how far the log was read
   * @param gain measured at the gate, null for a person's choice
   * @param by who decided; null where Tandem did by itself, or the command line
   */
  record Decision(
      long number,
      Instant at,
      Kind kind,
      String version,
      String before,
      String reason,
      long logSequence,
      int sessions,
      @Nullable Gain gain,
      @Nullable UserId by) {

    /** By nobody in particular. */
    public Decision(
        long number,
        Instant at,
        Kind kind,
        String version,
        String before,
        String reason,
        long logSequence,
        int sessions,
        @Nullable Gain gain) {
      this(number, at, kind, version, before, reason, logSequence, sessions, gain, null);
    }
  }

  /**
   * @param heldOut sessions it was measured on
   * @param mean log-likelihood gained a session
   */
  record Gain(int heldOut, double mean, double low, double high) {}

  /** Newest first. */
  List<Decision> history(int limit);

  /** Keeps a model and the decision about it, in one transaction. */
  void decide(LearnedModel model, Decision decision);

  /**
   * A further decision about kept models, unless another one was made since.
   *
   * @param newest number of the newest decision that it takes into account, other than that a
   *     trained model did not pass
   * @return false when another one came first, and nothing was written
   */
  boolean decide(long newest, Decision decision);

  /**
   * Puts a model of the history to use again, or the prior. A canary that is being tried ends with
   * it.
   *
   * @param by who wants it; null for the command line
   * @throws IllegalArgumentException for an unknown version, or one that cannot be used any more
   */
  void choose(String version, String reason, @Nullable UserId by);

  /** By nobody in particular. */
  default void choose(String version, String reason) {
    choose(version, reason, null);
  }

  /** A kept model; empty when it is unknown, damaged or made for another schema. */
  Optional<LearnedModel> find(String version);
}
