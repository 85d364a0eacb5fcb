package dev.tandem.deals.crm;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a CRM could not be read; what was read before stays, and the next run goes on there. */
public final class CrmFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String advice;
  private final boolean mayPass;
  private final transient @Nullable Instant notBefore;

  private CrmFailure(
      String message,
      String advice,
      boolean mayPass,
      @Nullable Instant notBefore,
      @Nullable Throwable cause) {
    super(message, cause);
    this.mayPass = mayPass;
    this.advice = advice;
    this.notBefore = notBefore;
  }

  /** It does not answer, or not now: the next run may find it well. */
  public static CrmFailure unreachable(String message, @Nullable Throwable cause) {
    return new CrmFailure(
        message,
        "Nothing to do unless it stays: the next run goes on where this one stopped.",
        true,
        null,
        cause);
  }

  /** It asks us to come back later. */
  public static CrmFailure later(String message, Instant notBefore) {
    return new CrmFailure(
        message, "Nothing to do: the sync goes on by itself at that time.", true, notBefore, null);
  }

  /** It says no, and will say so again until a person changes something. */
  public static CrmFailure refused(String message, String advice) {
    return new CrmFailure(message, advice, false, null, null);
  }

  /** Its answer is not of the form we know. */
  public static CrmFailure notUnderstood(String message) {
    return new CrmFailure(
        message,
        "The CRM answered in a form Tandem does not know; an update of Tandem, or of the mapping"
            + " in the configuration, is needed. Nothing was changed by this page.",
        false,
        null,
        null);
  }

  /** What a person may do about it, in a sentence. */
  public String advice() {
    return advice;
  }

  /** Whether the same may go well later without anybody's doing. */
  public boolean mayPass() {
    return mayPass;
  }

  public Optional<Instant> notBefore() {
    return Optional.ofNullable(notBefore);
  }
}
