package dev.tandem.identity.cli;

import static dev.tandem.identity.cli.TokenCommand.failed;
import static dev.tandem.identity.cli.TokenCommand.userId;

import dev.tandem.identity.People;
import dev.tandem.identity.UserId;
import dev.tandem.identity.cli.PersonWork.Outcome;
import dev.tandem.identity.cli.PersonWork.Wish;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.StartRefusedException;
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
      var outcome = ask(runtime, Wish.EXPORT, userId(spec, user));
      if (outcome.exitCode() != 0) return failed(runtime, outcome.problem());
      Files.writeString(file, outcome.content());
      runtime.out().println(outcome.words() + file);
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
    public Integer call() throws IOException {
      var outcome = ask(runtime, Wish.DELETE, userId(spec, user));
      runtime.out().print(outcome.words());
      runtime.out().flush();
      return outcome.exitCode() == 0 ? 0 : failed(runtime, outcome.problem());
    }
  }

  /** Here, or by the server that holds the home. */
  private static Outcome ask(CommandRuntime runtime, Wish wish, UserId person) throws IOException {
    People people;
    try {
      people = runtime.get(People.class);
    } catch (RuntimeException refused) {
      var home = StartRefusedException.homeHeldElsewhere(refused);
      if (home.isEmpty()) throw refused;
      return new PersonByServer(home.get()).ask(wish, person);
    }
    return PersonWork.of(wish, person, people);
  }
}
