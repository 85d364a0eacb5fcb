package dev.tandem.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report as rows of named cells, which leaves as CSV or JSON.
 *
 * @param name of the report, such as {@code assets}
 * @param columns in their order, snake_case
 * @param rows a value for every column: text, number, boolean, day, list of texts, or null
 */
public record ReportTable(String name, List<String> columns, List<List<@Nullable Object>> rows) {
  public ReportTable {
    columns = List.copyOf(columns);
    for (var row : rows)
      if (row.size() != columns.size())
        throw new IllegalArgumentException(name + ": a row of another length");
  }

  /** The rows by name of the column. */
  public List<Map<String, @Nullable Object>> named() {
    var named = new ArrayList<Map<String, @Nullable Object>>();
    for (var row : rows) {
      var cells = new LinkedHashMap<String, @Nullable Object>();
      for (int i = 0; i < columns.size(); i++) cells.put(columns.get(i), row.get(i));
      named.add(cells);
    }
    return named;
  }
}
