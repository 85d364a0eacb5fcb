package dev.tandem.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A log in the format of the Open Bandit Dataset: {@code item_id, position, click,
 * propensity_score}, and any columns that tell of the user. Columns named {@code user_feature…} are
 * taken as names, {@code user-item_affinity_ITEM} as numbers that belong to that item.
 *
 * @param users distinct values of the user's columns, by their place in a row
 */
record OpenBanditFile(
    List<Shown> log, List<String> items, Map<String, Integer> users, List<String> problems) {

  /**
   * One item that was shown.
   *
   * @param item place in {@link #items}
   * @param position from 1
   * @param propensity the chance with which this item was put at this position, in (0, 1]
   * @param user places in {@link #users}
   * @param affinity by item; 0 where the file tells none
   */
  record Shown(
      int item, int position, boolean clicked, double propensity, int[] user, double[] affinity) {}

  private static final List<String> NEEDED =
      List.of("item_id", "position", "click", "propensity_score");
  private static final String AFFINITY = "user-item_affinity_";

  /**
   * Lines that cannot be read are told with their number and left out.
   *
   * @throws IllegalArgumentException when a column is missing
   */
  static OpenBanditFile read(Path file) {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(file);
        var parser = CSVParser.builder().setReader(reader).setFormat(format).get()) {
      var columns = parser.getHeaderNames();
      for (var needed : NEEDED)
        if (!columns.contains(needed))
          throw new IllegalArgumentException(
              file.getFileName() + " has no column " + needed + "; it has " + columns);
      return read(parser, columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OpenBanditFile read(CSVParser parser, List<String> columns) {
    var records = new ArrayList<CSVRecord>();
    var items = new LinkedHashMap<String, Integer>();
    var users = new LinkedHashMap<String, Integer>();
    var problems = new ArrayList<String>();
    for (var record : parser) {
      var problem = problem(record, columns);
      if (!problem.isEmpty()) {
        problems.add("line " + parser.getCurrentLineNumber() + ": " + problem);
        continue;
      }
      records.add(record);
      items.putIfAbsent(record.get("item_id").strip(), items.size());
      for (var column : columns)
        if (column.startsWith("user_feature"))
          users.putIfAbsent(column + '=' + record.get(column).strip(), users.size());
    }
    var log = records.stream().map(record -> shown(record, columns, items, users)).toList();
    return new OpenBanditFile(log, List.copyOf(items.keySet()), users, List.copyOf(problems));
  }

  private static String problem(CSVRecord record, List<String> columns) {
    if (record.size() != columns.size())
      return record.size() + " cells instead of " + columns.size();
    try {
      int position = Integer.parseInt(record.get("position").strip());
      if (position < 1) return "positions count from 1: " + position;
      var click = record.get("click").strip();
      if (!click.equals("0") && !click.equals("1")) return "click is neither 0 nor 1: " + click;
      double propensity = Double.parseDouble(record.get("propensity_score").strip());
      if (!(propensity > 0 && propensity <= 1))
        return "propensity_score outside (0, 1]: " + propensity;
      for (var column : columns)
        if (column.startsWith(AFFINITY)
            && !Double.isFinite(Double.parseDouble(record.get(column).strip())))
          return column + " is not a finite number";
    } catch (NumberFormatException e) {
      return "not a number: " + e.getMessage();
    }
    return record.get("item_id").isBlank() ? "no item_id" : "";
  }

  private static Shown shown(
      CSVRecord record,
      List<String> columns,
      Map<String, Integer> items,
      Map<String, Integer> users) {
    var user = new ArrayList<Integer>();
    var affinity = new double[items.size()];
    for (var column : columns) {
      if (column.startsWith("user_feature"))
        user.add(users.getOrDefault(column + '=' + record.get(column).strip(), 0));
      if (column.startsWith(AFFINITY)) {
        var item = items.get(column.substring(AFFINITY.length()));
        if (item != null) affinity[item] = Double.parseDouble(record.get(column).strip());
      }
    }
    return new Shown(
        items.getOrDefault(record.get("item_id").strip(), 0),
        Integer.parseInt(record.get("position").strip()),
        record.get("click").strip().equals("1"),
        Double.parseDouble(record.get("propensity_score").strip()),
        user.stream().mapToInt(Integer::intValue).toArray(),
        affinity);
  }

  /** A row of what is known when this item would be shown instead. */
  double[] row(Shown shown, int item) {
    var row = new double[items.size() + users.size() + 1];
    row[item] = 1;
    for (int place : shown.user()) row[items.size() + place] = 1;
    row[row.length - 1] = shown.affinity()[item];
    return row;
  }
}
