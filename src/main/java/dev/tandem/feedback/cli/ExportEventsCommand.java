package dev.tandem.feedback.cli;

import dev.tandem.feedback.EventFile;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.ProgressLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the whole feedback log to a file. */
@Command(
    name = "events",
    description = "Writes the whole feedback log to a file that 'import events' reads again.",
    mixinStandardHelpOptions = true)
public final class ExportEventsCommand implements Callable<Integer> {
  private final CommandRuntime runtime;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "Where to write; a name on .gz is compressed.")
  private Path to = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "jsonl",
      defaultValue = "JSONL",
      description = "jsonl is the only format: events have no common columns.")
  private Format format = Format.JSONL;

  enum Format {
    JSONL
  }

  public ExportEventsCommand(CommandRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Integer call() throws IOException {
    var progress = new ProgressLine(runtime.err(), "events");
    long written = runtime.get(EventFile.class).write(to, progress::at);
    runtime
        .out()
        .println(
            "%d events written to %s as %s"
                .formatted(written, to, format.name().toLowerCase(java.util.Locale.ROOT)));
    return 0;
  }
}
