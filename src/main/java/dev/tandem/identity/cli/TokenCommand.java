package dev.tandem.identity.cli;

import dev.tandem.identity.ApiTokens;
import dev.tandem.identity.ApiTokens.ApiToken;
import dev.tandem.identity.Role;
import dev.tandem.identity.Scope;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.shared.BesideServer;
import dev.tandem.shared.CommandRuntime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Bearer tokens for the API. */
@Command(
    name = "token",
    description = "Creates, lists and revokes API tokens.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "WHAT",
    subcommands = {
      TokenCommand.Create.class,
      TokenCommand.ListAll.class,
      TokenCommand.Revoke.class
    })
public class TokenCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what: see --help.");
  }

  @Command(
      name = "create",
      description = {
        "Creates a token and prints it, this once.",
        "A user that does not exist is added as a program: without a password, by token only."
      },
      mixinStandardHelpOptions = true)
  public static class Create implements Callable<Integer>, BesideServer {
    private final CommandRuntime runtime;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--user", required = true, paramLabel = "U", description = "For whom it acts.")
    private String user = "";

    @Option(
        names = "--role",
        required = true,
        paramLabel = "R",
        description = "rep, marketer or administrator; not above the user's own role.")
    private Role role = Role.REP;

    @Option(
        names = "--days",
        paramLabel = "N",
        description = "Valid for so many days (default: until revoked).")
    private @Nullable Integer days;

    @Option(
        names = "--scopes",
        paramLabel = "S",
        split = ",",
        description =
            "What it may be used for, with commas between: read, feedback, content, deals,"
                + " insight, sidebar, admin (default: all that the role allows).")
    private @Nullable Set<Scope> scopes;

    @Option(names = "--name", paramLabel = "TEXT", description = "What it is for.")
    private String name = "";

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    public Create(CommandRuntime runtime) {
      this.runtime = runtime;
    }

    @Override
    public Integer call() {
      if (days != null && (days < 1 || days > 36_500))
        throw new ParameterException(spec.commandLine(), "--days must be 1 to 36500: " + days);
      var id = userId(spec, user);
      var users = runtime.get(Users.class);
      if (users.find(id).isEmpty()) {
        users.createProgram(new User(id, id.value(), role));
        runtime.err().println("Added the user '" + id + "' as a program without a password.");
      }
      var validFor = Optional.ofNullable(days).map(Duration::ofDays);
      return switch (runtime
          .get(ApiTokens.class)
          .issue(id, role, scopes == null ? Scope.all() : scopes, name, validFor)) {
        case ApiTokens.Issue.Refused(var reason) -> failed(runtime, reason);
        case ApiTokens.Issue.Issued(var token, var secret) -> {
          print(token, secret);
          yield 0;
        }
      };
    }

    private void print(ApiToken token, String secret) {
      if (json) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("token", secret);
        answer.putAll(asJson(token));
        runtime.out().println(JsonMapper.shared().writeValueAsString(answer));
        return;
      }
      runtime
          .err()
          .printf(
              "Token %d for %s (%s; %s), %s. It is not shown again:%n",
              token.id(),
              token.user(),
              token.role().id(),
              Scope.list(token.scopes()),
              token.expiresAt() == null ? "valid until revoked" : "until " + token.expiresAt());
      runtime.out().println(secret);
    }
  }

  @Command(
      name = "list",
      description = "Lists all tokens that were ever created.",
      mixinStandardHelpOptions = true)
  public static class ListAll implements Callable<Integer>, BesideServer {
    private final CommandRuntime runtime;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    public ListAll(CommandRuntime runtime) {
      this.runtime = runtime;
    }

    @Override
    public Integer call() {
      var tokens = runtime.get(ApiTokens.class).all();
      if (json) {
        var all = tokens.stream().map(TokenCommand::asJson).toList();
        runtime.out().println(JsonMapper.shared().writeValueAsString(all));
        return 0;
      }
      runtime.out().printf("%6s  %-28s %-14s %-24s %s%n", "ID", "USER", "ROLE", "SCOPES", "STATE");
      for (var token : tokens)
        runtime
            .out()
            .printf(
                "%6d  %-28s %-14s %-24s %s%n",
                token.id(),
                token.user(),
                token.role().id(),
                token.scopes().equals(Scope.all()) ? "all" : Scope.list(token.scopes()),
                state(token));
      return 0;
    }

    private static String state(ApiToken token) {
      if (token.revokedAt() != null) return "revoked " + token.revokedAt();
      var use = token.lastUsedAt() == null ? "never used" : "last used " + token.lastUsedAt();
      return token.expiresAt() == null ? use : use + ", until " + token.expiresAt();
    }
  }

  @Command(
      name = "revoke",
      description = "Makes a token worthless at once.",
      mixinStandardHelpOptions = true)
  public static class Revoke implements Callable<Integer>, BesideServer {
    private final CommandRuntime runtime;

    @Parameters(paramLabel = "ID", description = "The number that create and list show.")
    private long id;

    public Revoke(CommandRuntime runtime) {
      this.runtime = runtime;
    }

    @Override
    public Integer call() {
      if (!runtime.get(ApiTokens.class).revoke(id))
        return failed(runtime, "There is no token " + id + " that could be revoked.");
      runtime.out().println("Token " + id + " is revoked.");
      return 0;
    }
  }

  private static Map<String, Object> asJson(ApiToken token) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", token.id());
    fields.put("name", token.name());
    fields.put("user", token.user().value());
    fields.put("role", token.role().id());
    fields.put("scopes", token.scopes().stream().sorted().map(Scope::id).toList());
    fields.put("created_at", token.createdAt());
    if (token.expiresAt() != null) fields.put("expires_at", token.expiresAt());
    if (token.lastUsedAt() != null) fields.put("last_used_at", token.lastUsedAt());
    if (token.revokedAt() != null) fields.put("revoked_at", token.revokedAt());
    return fields;
  }

  static UserId userId(CommandSpec spec, String name) {
    try {
      return new UserId(name);
    } catch (IllegalArgumentException malformed) {
      throw new ParameterException(
          spec.commandLine(), String.valueOf(malformed.getMessage()), malformed);
    }
  }

  static int failed(CommandRuntime runtime, String reason) {
    runtime.err().println(reason);
    return 1;
  }
}
