package dev.tandem.insight;

import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.BuyerView;
import dev.tandem.feedback.FeedbackEvent.Dismissal;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.Rating;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.library.AssetId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an event itself says about an asset, whatever its type.
 *
 * @param share that was sent, or that the buyer looked at
 */
record Said(
    Action action,
    AssetId asset,
    @Nullable OpportunityId deal,
    @Nullable String slate,
    @Nullable String share,
    @Nullable Double seconds,
    @Nullable String reason) {

  /** Empty for events that are about no single asset. */
  static Optional<Said> by(FeedbackEvent event) {
    return switch (event) {
      case SlateServed _, Retraction _ -> Optional.empty();
      case Impression e -> of(Action.IMPRESSION, e.asset(), null, e.slate(), null);
      case AssetUsed e -> of(action(e.use()), e.asset(), e.deal(), e.slate(), null);
      case Rating e ->
          of(
              e.helpful() ? Action.HELPFUL : Action.NOT_HELPFUL,
              e.asset(),
              e.deal(),
              e.slate(),
              e.reason());
      case Dismissal e -> of(Action.DISMISSAL, e.asset(), null, e.slate(), e.reason());
      case Share e ->
          Optional.of(
              new Said(Action.SHARE, e.asset(), e.deal(), e.slate(), e.share(), null, null));
      case BuyerView e ->
          Optional.of(
              new Said(Action.BUYER_VIEW, e.asset(), null, null, e.share(), e.seconds(), null));
    };
  }

  private static Optional<Said> of(
      Action action,
      AssetId asset,
      @Nullable OpportunityId deal,
      @Nullable String slate,
      @Nullable String reason) {
    return Optional.of(new Said(action, asset, deal, slate, null, null, reason));
  }

  private static Action action(AssetUsed.Use use) {
    return switch (use) {
      case OPEN -> Action.OPEN;
      case DOWNLOAD -> Action.DOWNLOAD;
      case COPY_LINK -> Action.COPY_LINK;
    };
  }
}
