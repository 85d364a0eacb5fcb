package dev.tandem;

import dev.tandem.deals.cli.ExportDealsCommand;
import dev.tandem.deals.cli.ImportDealsCommand;
import dev.tandem.deals.cli.SyncDealsCommand;
import dev.tandem.feedback.cli.ExportEventsCommand;
import dev.tandem.feedback.cli.ImportEventsCommand;
import dev.tandem.identity.cli.PersonCommand;
import dev.tandem.identity.cli.TokenCommand;
import dev.tandem.identity.cli.UserCommand;
import dev.tandem.insight.cli.ExportPerformanceCommand;
import dev.tandem.insight.cli.RebuildInsightCommand;
import dev.tandem.learning.cli.ModelsCommand;
import dev.tandem.learning.cli.TrainCommand;
import dev.tandem.library.cli.ExportAssetsCommand;
import dev.tandem.library.cli.ImportAssetsCommand;
import dev.tandem.library.cli.SyncContentCommand;
import dev.tandem.recommendation.cli.EvaluateCommand;
import dev.tandem.search.cli.ReindexCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The map of the command line; each command lives with its feature. */
@Command(
    name = "tandem",
    description =
        "Suggests the right marketing content for a deal, says why, and learns from its use.",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ServeCommand.class,
      TandemCommand.Import.class,
      TandemCommand.Export.class,
      TandemCommand.Sync.class,
      EvaluateCommand.class,
      TrainCommand.class,
      ModelsCommand.class,
      TokenCommand.class,
      UserCommand.class,
      PersonCommand.class,
      ReindexCommand.class,
      RebuildInsightCommand.class
    },
    footer = {"", "Exit codes: 0 done, 1 failed, 2 wrong usage."})
class TandemCommand implements Runnable {
  @Spec private CommandSpec spec;

  TandemCommand() {
    this.spec = CommandSpec.create();
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command.");
  }

  /** Brings content, deals and events in. */
  @Command(
      name = "import",
      description = "Brings content, deals or events in; running it again changes nothing.",
      mixinStandardHelpOptions = true,
      synopsisSubcommandLabel = "WHAT",
      subcommands = {
        ImportAssetsCommand.class,
        ImportDealsCommand.class,
        ImportEventsCommand.class
      })
  static class Import extends Group {}

  /** Gets everything out again. */
  @Command(
      name = "export",
      description = "Writes what was put in or observed to a file.",
      mixinStandardHelpOptions = true,
      synopsisSubcommandLabel = "WHAT",
      subcommands = {
        ExportAssetsCommand.class,
        ExportDealsCommand.class,
        ExportEventsCommand.class,
        ExportPerformanceCommand.class
      })
  static class Export extends Group {}

  /** Reads what is connected. */
  @Command(
      name = "sync",
      description = "Brings in what changed in the systems that are connected.",
      mixinStandardHelpOptions = true,
      synopsisSubcommandLabel = "WHAT",
      subcommands = {SyncDealsCommand.class, SyncContentCommand.class})
  static class Sync extends Group {}

  abstract static class Group implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      throw new ParameterException(spec.commandLine(), "Say what: see --help.");
    }
  }
}
