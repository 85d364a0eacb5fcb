package dev.tandem.library.manifest;

import dev.tandem.library.AssetField;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of the manifest, which is also a key of front matter and of an upload's metadata.
 *
 * @param field null for {@code id} and {@code path}
 */
record Column(String name, @Nullable AssetField field) {
  static final Column ID = new Column("id", null);
  static final Column PATH = new Column("path", null);

  private static final Map<String, Column> BY_NAME = new HashMap<>();

  static {
    BY_NAME.put("id", ID);
    BY_NAME.put("path", PATH);
    BY_NAME.put("file", PATH);
    for (var field : AssetField.values()) {
      var column = new Column(field.id(), field);
      BY_NAME.put(field.id(), column);
      if (column.isList()) BY_NAME.put(singular(field.id()), column);
    }
    alias("content_type", AssetField.TYPE);
    for (var name : List.of("asset_type", "resource_type")) alias(name, AssetField.TYPE);
    for (var name : List.of("asset_name", "asset_title")) alias(name, AssetField.TITLE);
    for (var name : List.of("funnel_stage", "buyer_stage", "journey_stage", "buyer_journey_stage"))
      alias(name, AssetField.STAGES);
    for (var name : List.of("vertical", "verticals")) alias(name, AssetField.INDUSTRIES);
    alias("publish_date", AssetField.PUBLISHED_ON);
    alias("publication_date", AssetField.PUBLISHED_ON);
    alias("expiry_date", AssetField.EXPIRES_ON);
    alias("expiration_date", AssetField.EXPIRES_ON);
    alias("review_date", AssetField.REVIEW_BY);
    alias("lang", AssetField.LANGUAGE);
    alias("link", AssetField.URL);
    alias("expires", AssetField.EXPIRES_ON);
    alias("published", AssetField.PUBLISHED_ON);
  }

  private static void alias(String name, AssetField field) {
    BY_NAME.put(name, new Column(field.id(), field));
  }

  private static String singular(String plural) {
    return plural.endsWith("ies")
        ? plural.substring(0, plural.length() - 3) + "y"
        : plural.substring(0, plural.length() - 1);
  }

  /** Any case, with spaces, hyphens or underscores, singular or plural. */
  static Optional<Column> named(String header) {
    var key = header.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
    return Optional.ofNullable(BY_NAME.get(key));
  }

  boolean isList() {
    return field == AssetField.STAGES
        || field == AssetField.TAGS
        || (field != null && field.dimension() != null);
  }
}
