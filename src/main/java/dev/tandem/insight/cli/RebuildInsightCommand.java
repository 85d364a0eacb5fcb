package dev.tandem.insight.cli;

import dev.tandem.insight.InsightReadModel;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.ProgressLine;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Builds what the reports are read from anew. */
@Command(
    name = "rebuild-insight",
    description = "Builds what the reports are read from anew, from the log and the deals.",
    mixinStandardHelpOptions = true)
public final class RebuildInsightCommand implements Callable<Integer> {
  private final CommandRuntime runtime;

  @Option(names = "--json", description = "Prints {\"events\": n, \"seconds\": s}.")
  private boolean json;

  public RebuildInsightCommand(CommandRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Integer call() {
    var progress = new ProgressLine(runtime.err(), "events");
    long start = System.nanoTime();
    long events = runtime.get(InsightReadModel.class).rebuild(progress::at);
    runtime
        .out()
        .println(
            String.format(
                Locale.ROOT,
                json ? "{\"events\": %d, \"seconds\": %.3f}" : "%d events read in %.1f s",
                events,
                (System.nanoTime() - start) / 1e9));
    return 0;
  }
}
