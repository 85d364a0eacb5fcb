package dev.tandem.deals.cli;

import dev.tandem.deals.DealExport;
import dev.tandem.shared.CommandRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes all deals to a file that {@code import deals} reads again. */
@Command(
    name = "deals",
    description = "Writes all deals to a file that 'import deals' reads again.",
    mixinStandardHelpOptions = true)
public final class ExportDealsCommand implements Callable<Integer> {
  private final CommandRuntime runtime;

  @Option(names = "--to", required = true, paramLabel = "FILE", description = "Where to write.")
  private Path to = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "csv|jsonl",
      defaultValue = "csv",
      description = "csv (default) or jsonl.")
  private DealExport.Format format = DealExport.Format.CSV;

  @Option(
      names = "--stage-history",
      paramLabel = "FILE",
      description = "Also writes the stages they went through, as CSV.")
  private @Nullable Path stageHistory;

  public ExportDealsCommand(CommandRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Integer call() throws IOException {
    var export = runtime.get(DealExport.class);
    int deals = export.write(to, format);
    runtime.out().println("%d deals written to %s".formatted(deals, to));
    if (stageHistory != null)
      runtime
          .out()
          .println(
              "%d moments of stage history written to %s"
                  .formatted(export.writeHistory(stageHistory), stageHistory));
    return 0;
  }
}
