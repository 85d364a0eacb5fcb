package dev.tandem.identity.cli;

import static dev.tandem.identity.cli.TokenCommand.failed;
import static dev.tandem.identity.cli.TokenCommand.userId;

import dev.tandem.identity.People;
import dev.tandem.shared.CommandRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a person may ask for by law: a copy of everything, and to be forgotten. */
@Command(
    name = "person",
    description = "Hands out, or forgets, everything that is kept about one person.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "WHAT",
    subcommands = {PersonCommand.Export.class, PersonCommand.Delete.class})
public class PersonCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what: see --help.");
  }

  @Command(
      name = "export",
      description = "Writes everything that is kept about a person to a JSON file.",
      mixinStandardHelpOptions = true)
  public static class Export implements Callable<Integer> {
    private final CommandRuntime runtime;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--user", required = true, paramLabel = "U", description = "The user name.")
    private String user = "";

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "What to write.")
    private Path file = Path.of("");

    public Export(CommandRuntime runtime) {
      this.runtime = runtime;
    }

    @Override
    public Integer call() throws IOException {
      var json = runtime.get(People.class).export(userId(spec, user));
      Files.writeString(file, json.toPrettyString() + "\n");
      long rows = 0;
      for (var part : json.get("records")) rows += part.size();
      runtime.out().println(rows + " records written to " + file);
      return 0;
    }
  }

  @Command(
      name = "delete",
      description = {
        "Forgets a person: what serves the person alone is deleted, what serves others",
        "(uses of content, decisions) keeps a pseudonym that leads back to nobody.",
        "It cannot be undone; export first if a copy is needed."
      },
      mixinStandardHelpOptions = true)
  public static class Delete implements Callable<Integer> {
    private final CommandRuntime runtime;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--user", required = true, paramLabel = "U", description = "The user name.")
    private String user = "";

    public Delete(CommandRuntime runtime) {
      this.runtime = runtime;
    }

    @Override
    public Integer call() {
      return switch (runtime.get(People.class).delete(userId(spec, user))) {
        case People.Deletion.Refused(var reason) -> failed(runtime, reason);
        case People.Deletion.Done(var pseudonym, var parts) -> {
          long touched = 0;
          for (var part : parts.entrySet()) {
            var forgotten = part.getValue();
            touched += forgotten.deleted() + forgotten.pseudonymised();
            runtime
                .out()
                .printf(
                    "%-16s %,7d deleted, %,7d under a pseudonym%s%n",
                    part.getKey(),
                    forgotten.deleted(),
                    forgotten.pseudonymised(),
                    forgotten.stays().isEmpty() ? "" : "; " + forgotten.stays());
          }
          if (touched == 0) yield failed(runtime, "Nothing is kept about '" + user + "'.");
          runtime
              .out()
              .println("Where a name was needed it is " + pseudonym + " now, made by chance.");
          yield 0;
        }
      };
    }
  }
}
