package dev.tandem.identity.cli;

import static dev.tandem.identity.cli.TokenCommand.failed;
import static dev.tandem.identity.cli.TokenCommand.userId;

import dev.tandem.identity.GeneratedPassword;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserChange;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.shared.BesideServer;
import dev.tandem.shared.CommandRuntime;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Users, for operators who have no browser at hand or no administrator's password. */
@Command(
    name = "user",
    description = "Adds, lists, disables and enables users, and sets passwords.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "WHAT",
    subcommands = {
      UserCommand.Create.class,
      UserCommand.SetPassword.class,
      UserCommand.ListAll.class,
      UserCommand.Disable.class,
      UserCommand.Enable.class
    })
public class UserCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what: see --help.");
  }

  /** What most of them do: one change of one user, told in one line. */
  abstract static class OfOneUser implements Callable<Integer>, BesideServer {
    final CommandRuntime runtime;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "USER", description = "The name to sign in with.")
    private String name = "";

    OfOneUser(CommandRuntime runtime) {
      this.runtime = runtime;
    }

    @Override
    public Integer call() throws IOException {
      var outcome = change(runtime.get(Users.class), userId(spec, name));
      if (!(outcome instanceof UserChange.Done done)) return failed(runtime, outcome.problem());
      runtime.err().println(told(done.account().user()));
      return 0;
    }

    abstract UserChange change(Users users, UserId id) throws IOException;

    abstract String told(User user);
  }

  /** Those that set a password: from standard input, or generated and printed. */
  abstract static class WithPassword extends OfOneUser {
    @Option(
        names = "--password-stdin",
        description =
            "Reads the password from the first line of standard input (default: generates one and"
                + " prints it).")
    private boolean fromInput;

    WithPassword(CommandRuntime runtime) {
      super(runtime);
    }

    @Override
    UserChange change(Users users, UserId id) throws IOException {
      var password = fromInput ? runtime.firstLineOfInput() : GeneratedPassword.next();
      var outcome = change(users, id, password);
      if (!fromInput && outcome instanceof UserChange.Done) runtime.out().println(password);
      return outcome;
    }

    abstract UserChange change(Users users, UserId id, String password);

    @Override
    public String input() throws IOException {
      return fromInput ? runtime.firstLineOfInput() : "";
    }
  }

  @Command(
      name = "create",
      description = "Adds a user, who has to choose another password at the first sign-in.",
      mixinStandardHelpOptions = true)
  public static class Create extends WithPassword {
    @Option(
        names = "--role",
        required = true,
        paramLabel = "R",
        description = "rep, marketer or administrator.")
    private Role role = Role.REP;

    @Option(names = "--name", paramLabel = "TEXT", description = "The name to be called by.")
    private String displayName = "";

    @Option(names = "--team", paramLabel = "TEXT", description = "The team, if any.")
    private String team = "";

    public Create(CommandRuntime runtime) {
      super(runtime);
    }

    @Override
    UserChange change(Users users, UserId id, String password) {
      var called = displayName.isBlank() ? id.value() : displayName.strip();
      return users.create(new User(id, called, role), team, password);
    }

    @Override
    String told(User user) {
      return "Added %s (%s); the password has to be changed at the first sign-in."
          .formatted(user.id(), user.role().id());
    }
  }

  @Command(
      name = "set-password",
      description = "Sets a password, which has to be changed at the next sign-in.",
      mixinStandardHelpOptions = true)
  public static class SetPassword extends WithPassword {
    public SetPassword(CommandRuntime runtime) {
      super(runtime);
    }

    @Override
    UserChange change(Users users, UserId id, String password) {
      return users.setPassword(id, password);
    }

    @Override
    String told(User user) {
      return user.id() + " has a new password, to be changed at the next sign-in.";
    }
  }

  @Command(
      name = "disable",
      description = "Ends the user's sessions and refuses new ones, and all tokens.",
      mixinStandardHelpOptions = true)
  public static class Disable extends OfOneUser {
    public Disable(CommandRuntime runtime) {
      super(runtime);
    }

    @Override
    UserChange change(Users users, UserId id) {
      return users.disable(id);
    }

    @Override
    String told(User user) {
      return user.id() + " is disabled.";
    }
  }

  @Command(
      name = "enable",
      description = "Lets a disabled user in again.",
      mixinStandardHelpOptions = true)
  public static class Enable extends OfOneUser {
    public Enable(CommandRuntime runtime) {
      super(runtime);
    }

    @Override
    UserChange change(Users users, UserId id) {
      return users.enable(id);
    }

    @Override
    String told(User user) {
      return user.id() + " is enabled.";
    }
  }

  @Command(name = "list", description = "Lists all users.", mixinStandardHelpOptions = true)
  public static class ListAll implements Callable<Integer>, BesideServer {
    private final CommandRuntime runtime;

    public ListAll(CommandRuntime runtime) {
      this.runtime = runtime;
    }

    @Override
    public Integer call() {
      var accounts = runtime.get(Users.class).all();
      runtime.out().printf("%-28s %-14s %-24s %s%n", "USER", "ROLE", "NAME", "STATE");
      for (var account : accounts)
        runtime
            .out()
            .printf(
                "%-28s %-14s %-24s %s%n",
                account.user().id(),
                account.user().role().id(),
                account.user().displayName(),
                account.disabled() ? "disabled" : account.signsIn() ? "signs in" : "program");
      return 0;
    }
  }
}
