package dev.tandem.insight;

import dev.tandem.shared.Interval;
import dev.tandem.shared.Money;
import dev.tandem.shared.Proportion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cells of one row of a table, in their order. */
final class TableCells {
  private final Map<String, @Nullable Object> byColumn = new LinkedHashMap<>();

  TableCells put(String column, @Nullable Object value) {
    byColumn.put(column, value);
    return this;
  }

  /** A rate with what it was counted from and its interval. */
  TableCells rate(String name, Proportion rate) {
    return put(name, rate.trials() == 0 ? null : rate.rate())
        .put(name + "_numerator", rate.successes())
        .put(name + "_denominator", rate.trials())
        .interval(name, rate.trials() == 0 ? null : rate.wilson95());
  }

  TableCells interval(String name, @Nullable Interval interval) {
    return put(name + "_low", interval == null ? null : interval.low())
        .put(name + "_high", interval == null ? null : interval.high());
  }

  /**
   * @param empty a row of the same columns, for when there are no rows
   */
  static ReportTable table(String name, List<TableCells> rows, TableCells empty) {
    var columns = List.copyOf(empty.byColumn.keySet());
    var values = new ArrayList<List<@Nullable Object>>();
    for (var row : rows) {
      if (!List.copyOf(row.byColumn.keySet()).equals(columns))
        throw new IllegalStateException(name + ": rows of different columns");
      values.add(new ArrayList<>(row.byColumn.values()));
    }
    return new ReportTable(name, columns, values);
  }

  /** Null where there is none. */
  static @Nullable Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }

  static List<String> amounts(List<Money> sums) {
    return sums.stream().map(TableCells::amount).toList();
  }

  static String amount(Money money) {
    return money.currency().getCurrencyCode() + " " + money.amount().toPlainString();
  }
}
