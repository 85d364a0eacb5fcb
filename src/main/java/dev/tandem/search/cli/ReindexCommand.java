package dev.tandem.search.cli;

import dev.tandem.search.AssetIndexer;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.ProgressLine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Builds the search index anew from the database. */
@Command(
    name = "reindex",
    description = "Builds the search index anew beside the old one, then swaps.",
    mixinStandardHelpOptions = true)
public final class ReindexCommand implements Callable<Integer> {
  private final CommandRuntime runtime;

  @Option(names = "--json", description = "Prints {\"assets\": n, \"seconds\": s}.")
  private boolean json;

  public ReindexCommand(CommandRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Integer call() {
    var progress = new ProgressLine(runtime.err(), "assets");
    var indexer = runtime.get(AssetIndexer.class);
    long start = System.nanoTime();
    long assets = indexer.rebuild(progress::at);
    double seconds = (System.nanoTime() - start) / 1e9;
    runtime
        .out()
        .println(
            String.format(
                java.util.Locale.ROOT,
                json ? "{\"assets\": %d, \"seconds\": %.3f}" : "%d assets indexed in %.1f s",
                assets,
                seconds));
    return 0;
  }
}
