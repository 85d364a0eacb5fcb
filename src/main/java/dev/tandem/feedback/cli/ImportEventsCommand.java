package dev.tandem.feedback.cli;

import dev.tandem.feedback.EventFile;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.ProgressLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Brings feedback events in from a JSONL file. */
@Command(
    name = "events",
    description =
        "Brings feedback events in from a JSONL file (also gzipped), one object a line. A key that"
            + " is known already is counted as repeated, so running it again changes nothing.",
    mixinStandardHelpOptions = true)
public final class ImportEventsCommand implements Callable<Integer> {
  private static final int SHOWN = 50;

  private final CommandRuntime runtime;

  @Parameters(paramLabel = "FILE.jsonl", description = "The events.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  public ImportEventsCommand(CommandRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Integer call() throws IOException {
    var progress = new ProgressLine(runtime.err(), "lines");
    var report = runtime.get(EventFile.class).read(file, progress::at);
    if (json) runtime.out().println(JsonMapper.shared().writeValueAsString(report));
    else print(report);
    return report.rejected() == 0 ? 0 : 1;
  }

  private void print(EventFile.Report report) {
    var out = runtime.out();
    out.println(
        "Events: %d accepted, %d repeated, %d rejected."
            .formatted(report.accepted(), report.repeated(), report.rejected()));
    report
        .ignored()
        .forEach(
            (field, times) ->
                out.println(
                    "Note: field '%s' is not known and was left out (%d times)"
                        .formatted(field, times)));
    report.problems().stream().limit(SHOWN).forEach(out::println);
    if (report.rejected() > SHOWN)
      out.println("… and %d more; --json lists them.".formatted(report.rejected() - SHOWN));
  }
}
