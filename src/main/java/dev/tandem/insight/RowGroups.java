package dev.tandem.insight;

import dev.tandem.library.Asset;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rows of a report an event belongs to, and how these are called. */
final class RowGroups {
  private static final String NONE = "-";

  private final Grouping by;
  private final Map<String, Asset> library;
  private final Map<String, List<String>> ofAssets = new HashMap<>();

  RowGroups(Grouping by, Map<String, Asset> library) {
    this.by = by;
    this.library = library;
  }

  /** The keys of the rows, never empty; several only where an asset has several products. */
  List<String> of(String asset, @Nullable String stage) {
    return switch (by) {
      case ASSET -> List.of(asset);
      case STAGE -> List.of(stage == null ? NONE : stage);
      case TYPE, PRODUCT -> ofAssets.computeIfAbsent(asset, this::ofAsset);
    };
  }

  private List<String> ofAsset(String asset) {
    var known = library.get(asset);
    if (known == null) return List.of(NONE);
    if (by == Grouping.TYPE) return List.of(known.type().value().id());
    var products =
        known.terms(Dimension.PRODUCT).stream()
            .map(label -> label.value().label())
            .distinct()
            .toList();
    return products.isEmpty() ? List.of(NONE) : products;
  }

  String label(String key) {
    if (key.equals(NONE)) return by == Grouping.STAGE ? "No deal or stage known" : "Not labelled";
    return switch (by) {
      case ASSET -> {
        var known = library.get(key);
        yield known == null ? key + " (deleted)" : known.title().value();
      }
      case STAGE -> JourneyStage.parse(key).map(JourneyStage::label).orElse(key);
      case TYPE -> ContentType.parse(key).map(ContentType::label).orElse(key);
      case PRODUCT -> key;
    };
  }
}
