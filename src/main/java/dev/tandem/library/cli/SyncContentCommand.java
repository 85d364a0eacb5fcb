package dev.tandem.library.cli;

import dev.tandem.library.sources.ContentSources;
import dev.tandem.library.sources.SourceReport;
import dev.tandem.library.sources.SourceSync;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.PendingWork;
import dev.tandem.shared.ProgressLine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Reads the content sources that are configured. */
@Command(
    name = "content",
    description = "Brings in what is new or changed at the content sources that are configured.",
    mixinStandardHelpOptions = true)
public final class SyncContentCommand implements Callable<Integer> {
  private static final int SHOWN = 50;

  private final CommandRuntime runtime;

  @Option(names = "--source", paramLabel = "NAME", description = "Only this one (default: all).")
  private @Nullable String source;

  @Option(
      names = "--archive-all",
      description = "Archives what is gone also when that is most of it.")
  private boolean archiveAll;

  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  public SyncContentCommand(CommandRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Integer call() {
    var sources = runtime.get(ContentSources.class);
    var names = source == null ? sources.names() : List.of(source);
    if (names.isEmpty()) {
      runtime.err().println("No content source is configured; docs/connecting.md says how.");
      return 1;
    }
    names.forEach(sources::access);
    var reports = new ArrayList<SourceReport>();
    boolean well = true;
    for (var name : names) {
      var progress = new ProgressLine(runtime.err(), "items of " + name);
      var report = runtime.get(SourceSync.class).run(name, archiveAll, progress::at);
      if (report.isEmpty()) {
        runtime.err().println(name + " is being read by somebody else; nothing was done.");
        well = false;
        continue;
      }
      reports.add(report.get());
      well &= report.get().failure() == null && report.get().counts().rejected() == 0;
      if (!json) print(report.get(), sources);
    }
    boolean whole = runtime.get(PendingWork.class).finish(runtime.err());
    if (json) runtime.out().println(JsonMapper.shared().writeValueAsString(reports));
    return well && whole ? 0 : 1;
  }

  private void print(SourceReport report, ContentSources sources) {
    var out = runtime.out();
    var counts = report.counts();
    out.println(
        ("%s: %d published, %d updated, %d unchanged, %d there already, %d rejected, %d archived,"
                + " %d restored, %d for certain people only.")
            .formatted(
                report.source(),
                counts.published(),
                counts.updated(),
                counts.unchanged(),
                counts.duplicate(),
                counts.rejected(),
                counts.archived(),
                counts.restored(),
                counts.leftOut()));
    if (report.failure() != null) {
      out.println("Stopped early: " + report.failure());
      out.println("→ " + report.advice());
    }
    for (var problem : sources.problems(report.source(), SHOWN)) {
      out.println(problem.key() + ": " + problem.problem());
      out.println("→ " + problem.advice());
    }
  }
}
