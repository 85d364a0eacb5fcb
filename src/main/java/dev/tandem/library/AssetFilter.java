package dev.tandem.library;

import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import org.jspecify.annotations.Nullable;

/**
 * Which assets a list shall show, and in what order; null or empty leaves a criterion open.
 *
 * @param toConfirm only those with a guessed type, stage, term or audience
 * @param text words that all stand in the title, id, owner or tags
 */
public record AssetFilter(
    @Nullable LifecycleState state,
    @Nullable ContentType type,
    @Nullable JourneyStage stage,
    @Nullable String owner,
    boolean toConfirm,
    String text,
    Order order) {

  public static final AssetFilter ALL =
      new AssetFilter(null, null, null, null, false, "", Order.TITLE);

  /** How a list is sorted; the id decides among equals. */
  public enum Order {
    TITLE,
    /** The newest change first. */
    CHANGED,
    /** What is due first comes first; assets without a review date last. */
    REVIEW
  }
}
