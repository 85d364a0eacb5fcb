package dev.tandem.library.manifest;

import dev.tandem.library.AssetField;
import dev.tandem.library.AssetId;
import dev.tandem.library.manifest.CsvRecords.CsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass over the records of a manifest. */
final class ManifestReading {
  /** In characters; no honest row is longer. */
  private static final int LONGEST_ROW = 200_000;

  private final Currency currency;
  private final List<ManifestRow> rows = new ArrayList<>();
  private final Map<String, Problem> refused = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Object> seen = new HashSet<>();
  private List<Optional<Column>> columns = List.of();

  ManifestReading(Currency currency) {
    this.currency = currency;
  }

  AssetManifest of(List<CsvRecord> records) {
    if (records.isEmpty()) {
      problems.add(new Problem(0, null, "the manifest is empty"));
    } else {
      readHeader(records.getFirst());
      if (columns.stream().anyMatch(this::locates))
        for (var row : records.subList(1, records.size())) readRow(row);
    }
    return new AssetManifest(rows, refused, problems);
  }

  private boolean locates(Optional<Column> column) {
    return column.filter(it -> it == Column.PATH || it.field() == AssetField.URL).isPresent();
  }

  private void readHeader(CsvRecord header) {
    var names = header.cells();
    if (names == null) {
      problems.add(new Problem(1, null, "the header row cannot be read: a quote is not closed"));
      return;
    }
    columns = new ArrayList<>();
    for (var name : names) {
      var column = Column.named(name);
      if (column.isEmpty() && !name.isBlank())
        problems.add(new Problem(1, name.strip(), "unknown column, its values are not used"));
      if (column.isPresent() && columns.contains(column)) {
        problems.add(new Problem(1, name.strip(), "column comes twice, the first one counts"));
        column = Optional.empty();
      }
      columns.add(column);
    }
    if (columns.stream().noneMatch(this::locates))
      problems.add(
          new Problem(1, null, "the header names neither path nor url, so no row can be used"));
  }

  private void readRow(CsvRecord row) {
    var cells = row.cells();
    if (cells == null) {
      refuse(row, null, "cannot be read: a quote is not closed or stands in the wrong place");
    } else if (row.source().length() > LONGEST_ROW) {
      refuse(row, path(cells), "is longer than " + LONGEST_ROW + " characters");
    } else if (hasMoreThanHeader(cells)) {
      refuse(
          row,
          path(cells),
          "has " + cells.size() + " cells but the header " + columns.size() + " columns");
    } else if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
      readCells(row, cells);
    }
  }

  private boolean hasMoreThanHeader(List<String> cells) {
    return cells.size() > columns.size()
        && cells.subList(columns.size(), cells.size()).stream().anyMatch(cell -> !cell.isBlank());
  }

  private @Nullable String cell(List<String> cells, Column column) {
    int index = columns.indexOf(Optional.of(column));
    if (index < 0 || index >= cells.size() || cells.get(index).isBlank()) return null;
    return cells.get(index).strip();
  }

  private @Nullable String path(List<String> cells) {
    var path = cell(cells, Column.PATH);
    return path == null ? null : AssetManifest.normalizePath(path);
  }

  private void readCells(CsvRecord row, List<String> cells) {
    var path = path(cells);
    var written = cell(cells, Column.ID);
    AssetId id = null;
    try {
      if (written != null) id = new AssetId(written);
    } catch (IllegalArgumentException e) {
      refuse(row, path, String.valueOf(e.getMessage()));
      return;
    }
    var values = values(row.number(), cells);
    if (path == null && values.url() == null) {
      refuse(row, null, "names neither a path nor a web address");
    } else if (path != null && seen.contains(path)) {
      problems.add(new Problem(row.number(), "path", "comes twice, the first row counts: " + path));
    } else if (id != null && seen.contains(id)) {
      refuse(row, path, "the id '" + id + "' belongs to an earlier row already");
    } else {
      if (path != null) seen.add(path);
      if (id != null) seen.add(id);
      rows.add(new ManifestRow(row.number(), id, path, values));
    }
  }

  private GivenValues values(int number, List<String> cells) {
    var words = new EnumMap<AssetField, List<String>>(AssetField.class);
    for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
      var column = columns.get(i).orElse(Column.ID);
      var cell = cells.get(i);
      if (column.field() == null || cell.isBlank()) continue;
      words.put(column.field(), column.isList() ? Arrays.asList(cell.split("\\|")) : List.of(cell));
    }
    return new ValueReader(
            currency,
            words,
            (field, message) -> problems.add(new Problem(number, field.id(), message)))
        .read();
  }

  private void refuse(CsvRecord row, @Nullable String path, String message) {
    var problem = new Problem(row.number(), null, message);
    problems.add(problem);
    if (path != null) refused.put(path, problem);
  }
}
