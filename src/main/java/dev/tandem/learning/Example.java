package dev.tandem.learning;

import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.ContentType;
import org.jspecify.annotations.Nullable;

/**
 * One candidate as a model scores it: its features, and the groups that learned effects belong to.
 *
 * @param asset null where only the features count
 */
public record Example(
    FeatureVector features, @Nullable AssetId asset, ContentType type, Asked asked) {

  /** A candidate of which nothing but its features is known. */
  public static Example of(FeatureVector features) {
    return new Example(features, null, ContentType.OTHER, Asked.NOTHING);
  }
}
