package dev.tandem.requests;

import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What marketing does with a request. */
public sealed interface RequestMove {

  /**
   * @param dueOn another day than the service level says, or null
   */
  record Accept(@Nullable LocalDate dueOn) implements RequestMove {}

  /**
   * @param reason 1 to 2,000 characters: who asked gets to read it
   */
  record Decline(String reason) implements RequestMove {
    public Decline {
      reason = reason.strip();
      if (reason.isEmpty() || reason.length() > 2_000)
        throw new IllegalArgumentException("a reason has 1 to 2,000 characters");
    }
  }

  record Start() implements RequestMove {}

  /** This asset is what was asked for. */
  record Deliver(AssetId asset) implements RequestMove {}

  /** Back to the list, from declined or delivered. */
  record Reopen() implements RequestMove {}

  /** It is the same as another, which stands for both from now on. */
  record Merge(long into) implements RequestMove {}

  /**
   * @param owner null for nobody
   */
  record Assign(@Nullable UserId owner) implements RequestMove {}
}
