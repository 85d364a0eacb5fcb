package dev.tandem.insight;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes a table as CSV (RFC 4180); cells of several values are separated by {@code |}. */
public final class ReportCsv {
  private ReportCsv() {}

  public static String of(ReportTable table) {
    var text = new StringWriter();
    try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(table.columns());
      for (var row : table.rows()) printer.printRecord(row.stream().map(ReportCsv::cell).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Double number -> String.format(Locale.ROOT, "%.4f", number);
      case List<?> several ->
          safe(several.stream().map(String::valueOf).collect(Collectors.joining("|")));
      case String text -> safe(text);
      default -> String.valueOf(value);
    };
  }

  /** Spreadsheets run cells that begin like a formula; a leading apostrophe makes them text. */
  static String safe(String text) {
    return text.length() > 1 && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
