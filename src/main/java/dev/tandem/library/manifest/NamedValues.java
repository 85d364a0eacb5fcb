package dev.tandem.library.manifest;

import dev.tandem.library.AssetField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values under the manifest's names from front matter or JSON.
 *
 * @param id as written, or null
 * @param unknown keys that are none of ours, as written
 */
public record NamedValues(
    @Nullable String id, GivenValues values, List<String> unknown, List<Problem> problems) {
  public NamedValues {
    unknown = List.copyOf(unknown);
    problems = List.copyOf(problems);
  }

  /**
   * @param entries values are strings, numbers, booleans or lists of them; a string may hold a list
   *     separated by {@code |}
   */
  public static NamedValues of(Map<String, ?> entries, Currency currency) {
    var words = new EnumMap<AssetField, List<String>>(AssetField.class);
    var unknown = new ArrayList<String>();
    var problems = new ArrayList<Problem>();
    String id = null;
    for (var entry : entries.entrySet()) {
      var column = Column.named(entry.getKey()).orElse(null);
      var texts = texts(entry.getValue());
      if (column == null) unknown.add(entry.getKey());
      else if (column == Column.ID) id = texts.isEmpty() ? null : texts.getFirst();
      else if (column.field() != null && !texts.isEmpty())
        words.put(
            column.field(),
            column.isList()
                ? texts.stream().flatMap(text -> Arrays.stream(text.split("\\|"))).toList()
                : texts);
    }
    var values =
        new ValueReader(
                currency,
                words,
                (field, message) -> problems.add(new Problem(0, field.id(), message)))
            .read();
    return new NamedValues(id, values, unknown, problems);
  }

  private static List<String> texts(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case Collection<?> many -> many.stream().flatMap(one -> texts(one).stream()).toList();
      case Map<?, ?> nested -> List.of();
      default -> value.toString().isBlank() ? List.of() : List.of(value.toString());
    };
  }
}
