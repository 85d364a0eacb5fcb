package dev.tandem.feedback;

import dev.tandem.identity.UserId;
import java.util.Optional;

/** In whose name an event speaks. */
public final class EventAuthor {
  private EventAuthor() {}

  /** The rep of the event; empty for what no rep does (impressions, buyers' views). */
  public static Optional<UserId> of(FeedbackEvent event) {
    return switch (event) {
      case FeedbackEvent.SlateServed served -> Optional.of(served.rep());
      case FeedbackEvent.AssetUsed used -> Optional.of(used.rep());
      case FeedbackEvent.Share share -> Optional.of(share.rep());
      case FeedbackEvent.Rating rating -> Optional.of(rating.rep());
      case FeedbackEvent.Dismissal dismissal -> Optional.of(dismissal.rep());
      case FeedbackEvent.Retraction retraction -> Optional.of(retraction.rep());
      case FeedbackEvent.Impression _, FeedbackEvent.BuyerView _ -> Optional.empty();
    };
  }
}
