package dev.tandem.insight;

import dev.tandem.shared.Proportion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a report as CSV: every rate with its numerator, denominator and interval. */
public final class PerformanceCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "key",
              "label",
              "impressions",
              "opens",
              "downloads",
              "copied_links",
              "shares",
              "buyer_views",
              "dismissals",
              "uses",
              "users",
              "use_rate",
              "use_rate_numerator",
              "use_rate_denominator",
              "use_rate_low",
              "use_rate_high",
              "helpful",
              "ratings",
              "deals_won",
              "deals_lost",
              "deals_open",
              "win_rate",
              "win_rate_low",
              "win_rate_high",
              "influenced_revenue",
              "attribution",
              "window_days",
              "from",
              "to",
              "half_life_days")
          .get();

  private PerformanceCsv() {}

  public static void write(Appendable to, PerformanceQuery query, List<PerformanceRow> rows) {
    try {
      var printer = new CSVPrinter(to, FORMAT);
      for (var row : rows) print(printer, query, row);
      printer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void print(CSVPrinter printer, PerformanceQuery query, PerformanceRow row)
      throws IOException {
    var useRate = row.useRate();
    var winRate = row.deals().winRate();
    printer.printRecord(
        ReportCsv.safe(row.key()),
        ReportCsv.safe(row.label()),
        row.impressions(),
        row.opens(),
        row.downloads(),
        row.copiedLinks(),
        row.shares(),
        row.buyerViews(),
        row.dismissals(),
        row.uses(),
        row.users(),
        rate(useRate),
        useRate.successes(),
        useRate.trials(),
        number(useRate.wilson95().low()),
        number(useRate.wilson95().high()),
        row.helpful().successes(),
        row.helpful().trials(),
        row.deals().won(),
        row.deals().lost(),
        row.deals().open(),
        rate(winRate),
        number(winRate.wilson95().low()),
        number(winRate.wilson95().high()),
        row.influenced().stream()
            .map(money -> money.currency().getCurrencyCode() + " " + money.amount().toPlainString())
            .collect(Collectors.joining("|")),
        query.attribution().id(),
        query.windowDays(),
        query.window().from(),
        query.window().to(),
        query.halfLifeDays());
  }

  /** Empty where nothing was counted. */
  private static String rate(Proportion proportion) {
    return proportion.trials() == 0 ? "" : number(proportion.rate());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
