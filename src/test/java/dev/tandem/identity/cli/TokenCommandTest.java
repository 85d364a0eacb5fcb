package dev.tandem.identity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.shared.CommandRuntime;
import dev.tandem.testing.TandemTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

@TandemTest(webEnvironment = WebEnvironment.NONE)
@ActiveProfiles("command")
class TokenCommandTest {
  private final ApplicationContext program;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  TokenCommandTest(@Autowired ApplicationContext program) {
    this.program = program;
  }

  @Test
  void theTokenAloneGoesToStandardOutput() {
    assertThat(run(new TokenCommand(), "create", "--user", "crm", "--role", "rep")).isZero();
    assertThat(out.toString().strip()).matches("tandem_[A-Za-z0-9_-]{43}");
    assertThat(err.toString()).contains("as a program without a password", "not shown again");
  }

  @Test
  void jsonNamesTheTokenAndItsEnd() {
    run(
        new TokenCommand(),
        "create",
        "--user",
        "bi",
        "--role",
        "MARKETER",
        "--days",
        "7",
        "--json");
    var created = JsonMapper.shared().readTree(out.toString());
    assertThat(created.get("token").asString()).startsWith("tandem_");
    assertThat(created.get("role").asString()).isEqualTo("marketer");
    assertThat(created.has("expires_at")).isTrue();
    var id = created.get("id").asString();

    assertThat(run(new TokenCommand(), "revoke", id)).isZero();
    assertThat(run(new TokenCommand(), "revoke", id)).isEqualTo(1);
    run(new TokenCommand(), "list");
    assertThat(out.toString()).contains("revoked").doesNotContain("tandem_");
  }

  @Test
  void wrongUsageIsToldFromFailure() {
    assertThat(run(new TokenCommand())).isEqualTo(2);
    assertThat(run(new TokenCommand(), "create", "--user", "crm")).isEqualTo(2);
    assertThat(run(new TokenCommand(), "create", "--user", "a b", "--role", "rep")).isEqualTo(2);
    assertThat(run(new TokenCommand(), "create", "--user", "x", "--role", "rep", "--days", "0"))
        .isEqualTo(2);
    assertThat(run(new TokenCommand(), "create", "--user", "low", "--role", "rep")).isZero();
    assertThat(run(new TokenCommand(), "create", "--user", "low", "--role", "administrator"))
        .isEqualTo(1);
    assertThat(err.toString()).contains("cannot have more rights");
  }

  @Test
  void operatorsAddUsersWithAGeneratedPassword() {
    assertThat(run(new UserCommand(), "create", "eva", "--role", "marketer", "--name", "Eva"))
        .isZero();
    assertThat(out.toString().strip()).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
    assertThat(run(new UserCommand(), "create", "eva", "--role", "rep")).isEqualTo(1);
    assertThat(run(new UserCommand(), "set-password", "eva")).isZero();
    assertThat(run(new UserCommand(), "disable", "eva")).isZero();
    run(new UserCommand(), "list");
    assertThat(out.toString()).containsPattern("eva +marketer +Eva +disabled");
    assertThat(run(new UserCommand(), "enable", "nobody")).isEqualTo(1);
    assertThat(err.toString()).contains("There is no user 'nobody'");
  }

  @Test
  void aPersonGetsACopyAndIsForgotten(@TempDir Path folder) throws IOException {
    run(new UserCommand(), "create", "gus", "--role", "rep", "--name", "Gus");
    var file = folder.resolve("gus.json");
    assertThat(run(new PersonCommand(), "export", "--user", "gus", "--to", file.toString()))
        .isZero();
    assertThat(Files.readString(file)).contains("\"display_name\" : \"Gus\"");
    assertThat(run(new PersonCommand(), "delete", "--user", "gus")).isZero();
    assertThat(out.toString()).containsPattern("account +1 deleted").contains("removed-");
    assertThat(run(new PersonCommand(), "delete", "--user", "gus")).isEqualTo(1);
    assertThat(err.toString()).contains("Nothing is kept about 'gus'");
    assertThat(run(new PersonCommand(), "export", "--user", "gus")).isEqualTo(2);
  }

  private int run(Object command, String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var runtime =
        new RunningProgram(program, new PrintWriter(out, true), new PrintWriter(err, true));
    return new CommandLine(command, new Factory(runtime))
        .setOut(runtime.out())
        .setErr(runtime.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(words);
  }

  private record RunningProgram(ApplicationContext program, PrintWriter out, PrintWriter err)
      implements CommandRuntime {
    @Override
    public <T> T get(Class<T> type) {
      return program.getBean(type);
    }
  }

  private record Factory(CommandRuntime runtime) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      return type.getConstructor(CommandRuntime.class).newInstance(runtime);
    }
  }
}
