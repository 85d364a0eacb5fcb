package dev.tandem.search;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetText;
import dev.tandem.library.PassageMeanings;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lends what was encoded for the index to those who learn labels; encodes nothing itself. */
@Component
class KnownMeanings implements PassageMeanings {
  private final AssetEncoding encoding;

  KnownMeanings(AssetEncoding encoding) {
    this.encoding = encoding;
  }

  @Override
  public Optional<AssetMeaning> of(Asset asset, @Nullable AssetText text) {
    if (!encoding.available()) return Optional.empty();
    var entry = encoding.withKnown(asset, text);
    var about = entry.about();
    if (entry.encodedBy() == null || about == null) return Optional.empty();
    var passages = new ArrayList<Passage>();
    for (var passage : entry.passages()) {
      var meaning = passage.embedding();
      if (meaning != null) passages.add(new Passage(passage.text(), meaning));
    }
    return Optional.of(new AssetMeaning(about, passages));
  }

  @Override
  public boolean isPossible() {
    return encoding.available();
  }

  @Override
  public String model() {
    return encoding.model();
  }
}
