package dev.tandem.library;

import dev.tandem.encoder.Embedding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was encoded of an asset already; whoever encodes for the search index knows it. */
public interface PassageMeanings {

  /** Empty while the asset is not, or not wholly, read for its meaning. */
  Optional<AssetMeaning> of(Asset asset, @Nullable AssetText text);

  /** Whether there is a model that encodes at all; if not, nothing will ever be known. */
  boolean isPossible();

  /** The model that encodes; what two models say cannot be compared. */
  String model();

  /**
   * @param about the meaning of title and description
   * @param passages of the text, in order; may be empty
   */
  record AssetMeaning(Embedding about, List<Passage> passages) {
    public AssetMeaning {
      passages = List.copyOf(passages);
    }
  }

  record Passage(String text, Embedding meaning) {}
}
