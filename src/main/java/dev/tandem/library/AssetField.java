package dev.tandem.library;

import dev.tandem.taxonomy.Dimension;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be said about an asset; the names are those of the manifest's columns. */
public enum AssetField {
  TITLE(null),
  DESCRIPTION(null),
  TYPE(null),
  STAGES(null),
  PERSONAS(Dimension.PERSONA),
  INDUSTRIES(Dimension.INDUSTRY),
  COMPETITORS(Dimension.COMPETITOR),
  PRODUCTS(Dimension.PRODUCT),
  REGIONS(Dimension.REGION),
  LANGUAGE(null),
  AUDIENCE(null),
  STATUS(null),
  URL(null),
  OWNER(null),
  AUTHOR(null),
  PUBLISHED_ON(null),
  REVIEW_BY(null),
  EXPIRES_ON(null),
  COST(null),
  TAGS(null);

  private final @Nullable Dimension dimension;

  AssetField(@Nullable Dimension dimension) {
    this.dimension = dimension;
  }

  /** The name in files and JSON, such as {@code review_by}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The vocabulary its values come from; null for every other field. */
  public @Nullable Dimension dimension() {
    return dimension;
  }

  public static AssetField of(Dimension dimension) {
    return switch (dimension) {
      case PERSONA -> PERSONAS;
      case INDUSTRY -> INDUSTRIES;
      case PRODUCT -> PRODUCTS;
      case COMPETITOR -> COMPETITORS;
      case REGION -> REGIONS;
    };
  }
}
