package dev.tandem.identity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.tandem.identity.People;
import dev.tandem.identity.PersonalRecords.Forgotten;
import dev.tandem.identity.UserId;
import dev.tandem.identity.cli.PersonWork.Outcome;
import dev.tandem.identity.cli.PersonWork.Wish;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A command on a home that a server holds. */
class PersonByServerTest {
  private static final UserId GUS = new UserId("gus");

  private final People people = mock(People.class);
  private final TandemHome home;

  PersonByServerTest(@TempDir Path folder) {
    home = new TandemHome(folder);
  }

  @BeforeEach
  void aHome() throws IOException {
    Files.createDirectories(home.data());
  }

  private Outcome ask(Wish wish) throws IOException {
    var desk = new PersonDesk(home, people);
    try (var server = Executors.newSingleThreadScheduledExecutor()) {
      var looking = server.scheduleWithFixedDelay(desk::look, 0, 20, TimeUnit.MILLISECONDS);
      try {
        return new PersonByServer(home).ask(wish, GUS);
      } finally {
        looking.cancel(false);
      }
    }
  }

  @Test
  void theServerHandsOutEverythingAndNothingStaysInTheHome() throws IOException {
    when(people.export(GUS))
        .thenReturn(
            (ObjectNode) JsonMapper.shared().readTree("{\"records\":{\"messages\":[{},{}]}}"));
    var outcome = ask(Wish.EXPORT);
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.words()).startsWith("2 records");
    assertThat(outcome.content()).contains("messages");
    try (var left = Files.list(home.data())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void theServerForgetsSoThatWhatItKeepsInMemoryForgetsToo() throws IOException {
    when(people.delete(GUS))
        .thenReturn(
            new People.Deletion.Done(
                new UserId("removed-1"), Map.of("messages", new Forgotten(3, 0, ""))));
    assertThat(ask(Wish.DELETE).words()).contains("3 deleted", "removed-1");
  }

  @Test
  void whatIsRefusedOrFailsIsSaid() throws IOException {
    when(people.delete(GUS))
        .thenReturn(new People.Deletion.Refused("The last administrator stays."));
    assertThat(ask(Wish.DELETE).problem()).isEqualTo("The last administrator stays.");
    when(people.export(GUS)).thenThrow(new IllegalStateException("no database"));
    assertThat(ask(Wish.EXPORT)).extracting(Outcome::exitCode).isEqualTo(1);
  }

  @Test
  void aProcessThatDoesNotListenIsNotWaitedForForever() throws IOException {
    assertThatIllegalStateException()
        .isThrownBy(() -> new PersonByServer(home, Duration.ofMillis(300)).ask(Wish.EXPORT, GUS))
        .withMessageContaining("does not answer");
    try (var left = Files.list(home.data())) {
      assertThat(left).isEmpty();
    }
  }
}
