package dev.tandem.library.web;

import dev.tandem.library.AssetEdit;
import dev.tandem.library.AssetField;
import dev.tandem.library.manifest.GivenValues;
import dev.tandem.library.manifest.NamedValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a PATCH: the manifest's names with new values, null or an empty list to clear, and {@code
 * confirm} with the names of fields whose present values are approved.
 */
final class AssetPatch {
  private AssetPatch() {}

  /**
   * @throws IllegalArgumentException naming what was not understood
   */
  static List<AssetEdit> read(Map<String, @Nullable Object> body, Currency currency) {
    var values = new java.util.LinkedHashMap<String, @Nullable Object>(body);
    var confirm = values.remove("confirm");
    var named = NamedValues.of(values, currency);
    if (!named.unknown().isEmpty())
      throw new IllegalArgumentException("unknown fields: " + String.join(", ", named.unknown()));
    if (!named.problems().isEmpty())
      throw new IllegalArgumentException(
          String.join("; ", named.problems().stream().map(Object::toString).toList()));
    var edits = new ArrayList<AssetEdit>();
    for (var name : values.keySet()) edits.add(edit(field(name), named.values()));
    if (confirm instanceof Collection<?> names)
      names.forEach(name -> edits.add(new AssetEdit.Confirm(field(String.valueOf(name)))));
    else if (confirm != null)
      throw new IllegalArgumentException("confirm is a list of field names");
    return edits;
  }

  private static AssetField field(String name) {
    try {
      return AssetField.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a field that cannot be changed: " + name, e);
    }
  }

  private static AssetEdit edit(AssetField field, GivenValues to) {
    var dimension = field.dimension();
    if (dimension != null)
      return new AssetEdit.Terms(dimension, to.terms().getOrDefault(dimension, List.of()));
    return switch (field) {
      case TITLE -> new AssetEdit.Title(needed(field, to.title()));
      case DESCRIPTION ->
          new AssetEdit.Description(Objects.requireNonNullElse(to.description(), ""));
      case TYPE -> new AssetEdit.Type(needed(field, to.type()));
      case STAGES -> new AssetEdit.Stages(to.stages());
      case LANGUAGE -> new AssetEdit.Language(needed(field, to.language()));
      case AUDIENCE -> new AssetEdit.ForAudience(needed(field, to.audience()));
      case STATUS -> new AssetEdit.Status(needed(field, to.status()));
      case URL -> new AssetEdit.Url(to.url());
      case OWNER -> new AssetEdit.Owner(to.owner());
      case AUTHOR -> new AssetEdit.Author(to.author());
      case PUBLISHED_ON -> new AssetEdit.PublishedOn(to.publishedOn());
      case REVIEW_BY -> new AssetEdit.ReviewBy(to.reviewBy());
      case EXPIRES_ON -> new AssetEdit.ExpiresOn(to.expiresOn());
      case COST -> new AssetEdit.Cost(to.cost());
      case TAGS -> new AssetEdit.Tags(to.tags());
      default ->
          throw new IllegalArgumentException("a field that cannot be changed: " + field.id());
    };
  }

  private static <T> T needed(AssetField field, @Nullable T value) {
    if (value == null) throw new IllegalArgumentException(field.id() + " cannot be empty");
    return value;
  }
}
