package dev.tandem.library.extraction.worker;

import java.util.regex.Pattern;

/** A row of a table as one line: a bar between its cells, those without words left out. */
final class TableRow {
  // "||" without a space is an operator in somebody's code, not two cells
  private static final Pattern EMPTY_CELLS = Pattern.compile("\\|(?:[ \\t]+\\|)+");
  private static final Pattern EDGES = Pattern.compile("^[|\\s]+|[|\\s]+$");

  private TableRow() {}

  static String line(CharSequence cells) {
    var filled = EMPTY_CELLS.matcher(cells).replaceAll("|");
    return EDGES.matcher(filled).replaceAll("");
  }
}
