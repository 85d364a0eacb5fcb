package dev.tandem.deals.cli;

import dev.tandem.deals.DealImport;
import dev.tandem.deals.ImportReport;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.ProgressLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Brings deals in from a CSV file. */
@Command(
    name = "deals",
    description = {
      "Brings deals in from a CSV file with a header row; lists in a cell are separated by '|'.",
      "Columns: id,name,account,industry,company_size,region,personas,sales_stage,journey_stage,"
          + "competitors,products,amount,currency,owner,created_on,closed_on,outcome,loss_reason,"
          + "lead_source,notes. Only id is required. Running it again changes nothing."
    },
    mixinStandardHelpOptions = true)
public final class ImportDealsCommand implements Callable<Integer> {
  private static final int SHOWN = 50;

  private final CommandRuntime runtime;

  @Parameters(paramLabel = "FILE.csv", description = "The deals.")
  private Path deals = Path.of("");

  @Option(
      names = "--stage-history",
      paramLabel = "FILE",
      description = "The stages they went through: deal_id,sales_stage,entered_on.")
  private @Nullable Path stageHistory;

  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  public ImportDealsCommand(CommandRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Integer call() throws IOException {
    var progress = new ProgressLine(runtime.err(), "rows");
    var report = runtime.get(DealImport.class).run(deals, stageHistory, progress::at);
    if (json) printJson(report);
    else print(report);
    return report.rejected().isEmpty() ? 0 : 1;
  }

  private void printJson(ImportReport report) {
    var result = new LinkedHashMap<String, Object>();
    result.put("added", report.added());
    result.put("changed", report.changed());
    result.put("unchanged", report.unchanged());
    result.put("history", report.history());
    result.put("rejected", report.rejected());
    result.put("notes", report.notes());
    runtime.out().println(JsonMapper.shared().writeValueAsString(result));
  }

  private void print(ImportReport report) {
    var out = runtime.out();
    out.println(
        "Deals: %d added, %d changed, %d unchanged, %d rejected; %d moments of stage history added."
            .formatted(
                report.added(),
                report.changed(),
                report.unchanged(),
                report.rejected().size(),
                report.history()));
    report.notes().forEach(note -> out.println("Note: " + note));
    report.rejected().stream().limit(SHOWN).forEach(out::println);
    if (report.rejected().size() > SHOWN)
      out.println("… and %d more; --json lists all.".formatted(report.rejected().size() - SHOWN));
  }
}
