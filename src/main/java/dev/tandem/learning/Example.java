package dev.tandem.learning;

import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.ContentType;
import org.jspecify.annotations.Nullable;

/**
 * One candidate as a model scores it: its features, and the groups that learned effects belong to.
 *
 * @param asset null where only the features count
 * @param kin what the asset takes after, as far as it is known
 */
public record Example(
    FeatureVector features, @Nullable AssetId asset, ContentType type, Asked asked, Kin kin) {

  public Example(FeatureVector features, @Nullable AssetId asset, ContentType type, Asked asked) {
    this(features, asset, type, asked, Kin.NONE);
  }

  /** A candidate of which nothing but its features is known. */
  public static Example of(FeatureVector features) {
    return new Example(features, null, ContentType.OTHER, Asked.NOTHING);
  }

  public Example by(Asked.Asker somebody) {
    return new Example(features, asset, type, asked.by(somebody), kin);
  }

  public Example with(Kin known) {
    return new Example(features, asset, type, asked, known);
  }
}
