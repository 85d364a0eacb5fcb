package dev.tandem.insight.cli;

import dev.tandem.insight.Attribution;
import dev.tandem.insight.ContentPerformance;
import dev.tandem.insight.Grouping;
import dev.tandem.insight.PerformanceCsv;
import dev.tandem.insight.PerformanceQuery;
import dev.tandem.insight.PerformanceRow;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.TimeWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Writes content performance to a file. */
@Command(
    name = "performance",
    description = "Writes content performance for a period to a file.",
    mixinStandardHelpOptions = true)
public class ExportPerformanceCommand implements Callable<Integer> {

  enum Format {
    CSV,
    JSONL
  }

  private final CommandRuntime runtime;

  @Option(names = "--to", required = true, paramLabel = "FILE", description = "The file to write.")
  private Path file = Path.of("");

  @Option(names = "--format", description = "csv or jsonl (default: ${DEFAULT-VALUE}).")
  private Format format = Format.CSV;

  @Option(names = "--by", description = "asset, type, stage or product (default: asset).")
  private Grouping by = Grouping.ASSET;

  @Option(names = "--days", description = "The last so many days (default: ${DEFAULT-VALUE}).")
  private int days = 90;

  @Option(
      names = "--attribution",
      description =
          "first, last, linear, time_decay, position_based or w_shaped"
              + " (default: ${DEFAULT-VALUE}).")
  private Attribution attribution = Attribution.LINEAR;

  @Option(
      names = "--window-days",
      description = "How long before a close a touch gets credit (default: ${DEFAULT-VALUE}).")
  private int windowDays = PerformanceQuery.DEFAULT_WINDOW_DAYS;

  @Option(names = "--half-life-days", description = "Of time decay (default: ${DEFAULT-VALUE}).")
  private double halfLifeDays = Attribution.DEFAULT_HALF_LIFE_DAYS;

  public ExportPerformanceCommand(CommandRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Integer call() throws IOException {
    var zone = ZoneId.systemDefault();
    var today = LocalDate.now(zone);
    var window =
        new TimeWindow(
            today.minusDays(Math.max(1, days) - 1L).atStartOfDay(zone).toInstant(),
            today.plusDays(1).atStartOfDay(zone).toInstant());
    var query = new PerformanceQuery(window, by, attribution, windowDays, halfLifeDays);
    var rows = runtime.get(ContentPerformance.class).report(query);
    if (format == Format.CSV) writeCsv(query, rows);
    else writeLines(rows);
    runtime.out().println(rows.size() + " rows written to " + file);
    return 0;
  }

  private void writeCsv(PerformanceQuery query, List<PerformanceRow> rows) throws IOException {
    try (var writer = Files.newBufferedWriter(file)) {
      PerformanceCsv.write(writer, query, rows);
    }
  }

  private void writeLines(List<PerformanceRow> rows) throws IOException {
    ObjectMapper json =
        JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    try (var writer = Files.newBufferedWriter(file)) {
      for (var row : rows) writer.append(json.writeValueAsString(row)).append('\n');
    }
  }
}
