package dev.tandem.learning.cli;

import dev.tandem.learning.ModelRegistry;
import dev.tandem.learning.RankingModels;
import dev.tandem.shared.BesideServer;
import dev.tandem.shared.CommandRuntime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Which models there are, which one ranks, and the way back. */
@Command(
    name = "models",
    description = "Shows which model ranks and why, or puts another one to use.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "WHAT",
    subcommands = {
      ModelsCommand.ListModels.class,
      ModelsCommand.ShowModel.class,
      ModelsCommand.UseModel.class
    })
public class ModelsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what: see --help.");
  }

  /** The decisions so far. */
  @Command(
      name = "list",
      description = "Lists what was trained and decided, newest first.",
      mixinStandardHelpOptions = true)
  public static class ListModels implements Callable<Integer>, BesideServer {
    private final CommandRuntime runtime;

    @Option(names = "--json", description = "Prints one JSON object a line.")
    private boolean json;

    public ListModels(CommandRuntime runtime) {
      this.runtime = runtime;
    }

    @Override
    public Integer call() {
      var history = runtime.get(ModelRegistry.class).history(100);
      var inUse = runtime.get(RankingModels.class).inUse().version();
      for (var decision : history) {
        var kind = decision.kind().name().toLowerCase(Locale.ROOT);
        if (json) {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("at", decision.at().toString());
          row.put("decision", kind);
          row.put("version", decision.version());
          row.put("before", decision.before());
          row.put("sessions", decision.sessions());
          row.put("reason", decision.reason());
          var by = decision.by();
          if (by != null) row.put("by", by.value());
          runtime.out().println(JsonMapper.shared().writeValueAsString(row));
        } else {
          runtime
              .out()
              .println(
                  "%s  %-8s  %s  %s"
                      .formatted(decision.at(), kind, decision.version(), decision.reason()));
        }
      }
      if (!json) runtime.out().println("in use: " + inUse);
      return 0;
    }
  }

  /** A model as data. */
  @Command(
      name = "show",
      description = "Prints a model as JSON: what it learned, on what, and how surely.",
      mixinStandardHelpOptions = true)
  public static class ShowModel implements Callable<Integer>, BesideServer {
    private final CommandRuntime runtime;

    @Parameters(paramLabel = "VERSION", description = "A version of the list.")
    private String version = "";

    public ShowModel(CommandRuntime runtime) {
      this.runtime = runtime;
    }

    @Override
    public Integer call() {
      var model =
          runtime
              .get(ModelRegistry.class)
              .find(version)
              .orElseThrow(
                  () -> new IllegalArgumentException("there is no usable model " + version));
      var json =
          JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
      runtime
          .out()
          .println(json.writerWithDefaultPrettyPrinter().writeValueAsString(model.document()));
      return 0;
    }
  }

  /** Rollback, or any other choice of a person. */
  @Command(
      name = "use",
      description = "Puts a model of the list, or the prior, to use.",
      mixinStandardHelpOptions = true)
  public static class UseModel implements Callable<Integer>, BesideServer {
    private final CommandRuntime runtime;

    @Parameters(paramLabel = "VERSION", description = "A version of the list, or prior.")
    private String version = "";

    @Option(names = "--reason", description = "Is kept with the decision.")
    private String reason = "chosen on the command line";

    public UseModel(CommandRuntime runtime) {
      this.runtime = runtime;
    }

    @Override
    public Integer call() {
      var chosen =
          version.equals("prior") ? runtime.get(RankingModels.class).prior().version() : version;
      runtime.get(ModelRegistry.class).choose(chosen, reason);
      runtime.out().println("in use: " + chosen);
      return 0;
    }
  }
}
