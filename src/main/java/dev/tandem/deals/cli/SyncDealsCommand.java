package dev.tandem.deals.cli;

import dev.tandem.deals.crm.DealSync;
import dev.tandem.deals.crm.SyncReport;
import dev.tandem.deals.crm.SyncSources;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.ProgressLine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Reads the CRMs that are configured. */
@Command(
    name = "deals",
    description =
        "Brings in what changed in the CRMs that are configured; goes on where the last run"
            + " stopped.",
    mixinStandardHelpOptions = true)
public final class SyncDealsCommand implements Callable<Integer> {
  private static final int SHOWN = 50;

  private final CommandRuntime runtime;

  @Option(names = "--source", paramLabel = "NAME", description = "Only this one (default: all).")
  private @Nullable String source;

  @Option(names = "--dry-run", description = "Says what would come of it and writes nothing.")
  private boolean dryRun;

  @Option(names = "--all", description = "Reads every deal once more, not only what changed.")
  private boolean all;

  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  public SyncDealsCommand(CommandRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Integer call() {
    var sources = runtime.get(SyncSources.class);
    var names = source == null ? sources.names() : List.of(source);
    if (names.isEmpty()) {
      runtime.err().println("No CRM is configured; docs/connecting.md says how.");
      return 1;
    }
    names.forEach(sources::access);
    var reports = new ArrayList<SyncReport>();
    boolean well = true;
    for (var name : names) {
      if (all && !dryRun) sources.startOver(name);
      var progress = new ProgressLine(runtime.err(), "records of " + name);
      var report = runtime.get(DealSync.class).run(name, dryRun, progress::at);
      if (report.isEmpty()) {
        runtime.err().println(name + " is being read by somebody else; nothing was done.");
        well = false;
        continue;
      }
      reports.add(report.get());
      well &= report.get().failure() == null && report.get().counts().refused() == 0;
      if (!json) print(report.get(), sources);
    }
    if (json) runtime.out().println(JsonMapper.shared().writeValueAsString(reports));
    return well ? 0 : 1;
  }

  private void print(SyncReport report, SyncSources sources) {
    var out = runtime.out();
    var counts = report.counts();
    out.println(
        ("%s%s: %d added, %d changed, %d unchanged, %d removed, %d merged, %d older than known,"
                + " %d not taken.")
            .formatted(
                report.source(),
                report.dry() ? " (nothing written)" : "",
                counts.added(),
                counts.changed(),
                counts.unchanged(),
                counts.removed(),
                counts.merged(),
                counts.stale(),
                counts.refused()));
    report.notes().forEach(note -> out.println("Note: " + note));
    if (report.failure() != null) {
      out.println("Stopped early: " + report.failure());
      out.println("→ " + report.advice());
    }
    if (report.dry()) return;
    for (var problem : sources.problems(report.source(), SHOWN)) {
      var where = problem.column().isEmpty() ? "" : ", " + problem.column();
      out.println(problem.crmId() + where + ": " + problem.problem());
      out.println("→ " + problem.advice());
    }
    long more = sources.countProblems(report.source()) - SHOWN;
    if (more > 0) out.println("… and %d more.".formatted(more));
  }
}
