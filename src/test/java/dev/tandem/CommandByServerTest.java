package dev.tandem;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.tandem.identity.Account;
import dev.tandem.identity.ApiTokens;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserChange;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.HomeLock;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.context.ApplicationContext;

/** Commands on a home that a server holds. */
class CommandByServerTest {
  private final Users users = mock(Users.class);
  private final ApiTokens tokens = mock(ApiTokens.class);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final TandemHome home;
  private final HomeLock server;
  private final CommandDesk desk;

  CommandByServerTest(@TempDir Path folder) {
    home = new TandemHome(folder);
    server = HomeLock.take(home);
    var program = mock(ApplicationContext.class);
    when(program.getBean(Users.class)).thenReturn(users);
    when(program.getBean(ApiTokens.class)).thenReturn(tokens);
    desk = new CommandDesk(home, program);
  }

  @AfterEach
  void theServerStops() {
    server.close();
  }

  private int run(String... words) {
    return CommandLineLauncher.commandLine(new Beside("typed-by-the-operator")).execute(words);
  }

  private int runBesideAServer(String... words) {
    try (var looking = Executors.newSingleThreadScheduledExecutor()) {
      var each = looking.scheduleWithFixedDelay(desk::look, 0, 20, TimeUnit.MILLISECONDS);
      try {
        return run(words);
      } finally {
        each.cancel(false);
      }
    }
  }

  private List<String> notesLeft() throws IOException {
    try (var files = Files.list(home.data())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("command-"))
          .toList();
    }
  }

  @Test
  void whatTheServerDoesIsToldAsIfItHadBeenDoneHere() throws IOException {
    when(tokens.revoke(7)).thenReturn(true);
    assertThat(runBesideAServer("token", "revoke", "7")).isZero();
    assertThat(out.toString()).isEqualTo("Token 7 is revoked.%n".formatted());
    assertThat(err.toString()).isEmpty();
    assertThat(notesLeft()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"user list", "token list"})
  void aListIsPrintedOnce(String words) {
    runBesideAServer(words.split(" "));
    assertThat(out.toString()).containsOnlyOnce("STATE");
  }

  @Test
  void whatTheServerRefusesEndsWith1AndItsReason() {
    assertThat(runBesideAServer("token", "revoke", "8")).isEqualTo(1);
    assertThat(err.toString()).contains("There is no token 8");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void whatTheServerFindsWronglyUsedEndsWith2() {
    assertThat(runBesideAServer("token", "create", "--user", "a b", "--role", "rep")).isEqualTo(2);
    verifyNoInteractions(users, tokens);
  }

  @Test
  void aPasswordFromStandardInputReachesTheServer() throws IOException {
    var password = ArgumentCaptor.forClass(String.class);
    when(users.setPassword(any(), password.capture()))
        .thenReturn(new UserChange.NotFound(new UserId("eva")));
    runBesideAServer("user", "set-password", "eva", "--password-stdin");
    assertThat(password.getValue()).isEqualTo("typed-by-the-operator");
    assertThat(notesLeft()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"reindex", "rebuild-insight", "export deals --to x.csv", "import events x.jsonl"})
  void whatNeedsTheHomeToItselfIsRefusedAsBefore(String words) throws IOException {
    if (words.startsWith("import")) words = "import events " + Files.createFile(file("x.jsonl"));
    assertThat(runBesideAServer(words.split(" "))).isEqualTo(1);
    assertThat(err.toString()).contains("is in use by another Tandem process", "Stop that process");
    assertThat(notesLeft()).isEmpty();
  }

  @Test
  void theServerItselfRunsNothingThatNeedsTheHomeToItself() throws IOException {
    var note = new CommandNote(home, "1");
    note.ask(new CommandNote.Request(List.of("reindex"), ""));
    desk.look();
    assertThat(requireNonNull(note.answer()).exitCode()).isEqualTo(1);
    verifyNoInteractions(users, tokens);
  }

  @Test
  void aProcessThatDoesNotListenIsNotWaitedForForever() throws IOException {
    var ended =
        new CommandByServer(home, new Beside(""), Duration.ofMillis(300), Duration.ofMillis(300))
            .run(List.of("token", "list"), "");
    assertThat(ended).isEqualTo(1);
    assertThat(err.toString()).contains("does not answer");
    assertThat(notesLeft()).isEmpty();
  }

  @Test
  void whatWasAskedAndGivenUpLongAgoIsNotDoneLater() throws IOException {
    new CommandNote(home, "1")
        .ask(new CommandNote.Request(List.of("user", "disable", "eva"), "secret"));
    for (var note : notesLeft())
      Files.setLastModifiedTime(
          home.data().resolve(note), FileTime.from(Instant.now().minusSeconds(300)));
    desk.look();
    verifyNoInteractions(users);
    assertThat(notesLeft()).isEmpty();
  }

  @Test
  void severalCommandsAtOnceDoNotTakeEachOthersAnswers() throws Exception {
    when(users.disable(any()))
        .thenAnswer(
            call -> {
              var user = new User(call.getArgument(0), "Somebody", Role.REP);
              return new UserChange.Done(new Account(user, "", true, true, false, Instant.EPOCH));
            });
    var one = new CommandNote(home, "1");
    var other = new CommandNote(home, "2");
    one.ask(new CommandNote.Request(List.of("user", "disable", "eva"), ""));
    other.ask(new CommandNote.Request(List.of("user", "disable", "gus"), ""));
    desk.look();
    assertThat(requireNonNull(one.answer()).err()).contains("eva");
    assertThat(requireNonNull(other.answer()).err()).contains("gus");
  }

  private Path file(String name) {
    return home.folder().resolve(name);
  }

  /** A command line that finds the home held. */
  private final class Beside implements CommandRuntime {
    private final String input;

    Beside(String input) {
      this.input = input;
    }

    @Override
    public <T> T get(Class<T> type) {
      try (var _ = HomeLock.take(home)) {
        throw new AssertionError("the home was free");
      }
    }

    @Override
    public String firstLineOfInput() {
      return input;
    }

    @Override
    public PrintWriter out() {
      return new PrintWriter(out, true);
    }

    @Override
    public PrintWriter err() {
      return new PrintWriter(err, true);
    }
  }
}
