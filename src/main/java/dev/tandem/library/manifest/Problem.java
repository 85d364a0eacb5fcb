package dev.tandem.library.manifest;

import org.jspecify.annotations.Nullable;

/**
 * Something that was not understood, for the person who wrote it.
 *
 * @param row as a spreadsheet counts: 1 is the header; 0 where there are no rows
 * @param column the column's name as written, or null when the whole row is meant
 */
public record Problem(int row, @Nullable String column, String message) {
  @Override
  public String toString() {
    var where = row > 0 ? "row " + row : "";
    if (column != null) where += (where.isEmpty() ? "" : ", ") + column;
    return where.isEmpty() ? message : where + ": " + message;
  }
}
