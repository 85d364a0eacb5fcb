package dev.tandem.deals;

import java.util.List;

/**
 * What an import did.
 *
 * @param history stage moments that were new
 * @param rejected rows that were left out, each with the column at fault
 * @param notes what was understood in a certain way or not at all, without a row being lost
 */
public record ImportReport(
    int added,
    int changed,
    int unchanged,
    int history,
    List<RowProblem> rejected,
    List<String> notes) {
  public ImportReport {
    rejected = List.copyOf(rejected);
    notes = List.copyOf(notes);
  }

  /**
   * @param file the file's name
   * @param row as a spreadsheet counts, the header being 1
   * @param column empty when it is about the whole row
   */
  public record RowProblem(String file, long row, String column, String problem) {
    @Override
    public String toString() {
      return file + " row " + row + (column.isEmpty() ? "" : ", " + column) + ": " + problem;
    }
  }
}
