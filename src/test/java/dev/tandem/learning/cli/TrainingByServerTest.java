package dev.tandem.learning.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.tandem.learning.training.TrainingReport;
import dev.tandem.learning.training.TrainingReport.Result;
import dev.tandem.learning.training.TrainingSchedule;
import dev.tandem.learning.training.TrainingSchedule.Status;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command on a home that a server holds. */
class TrainingByServerTest {
  private final StringWriter out = new StringWriter();
  private final TrainingSchedule schedule = mock(TrainingSchedule.class);
  private final TandemHome home;

  TrainingByServerTest(@TempDir Path folder) {
    home = new TandemHome(folder);
  }

  @BeforeEach
  void aServerThatHasReadTheLog() throws IOException {
    Files.createDirectories(home.data());
    when(schedule.status()).thenReturn(new Status(120, null, null, 0, 2000, null));
  }

  private int train(int patience) throws IOException {
    return new TrainingByServer(home, new Runtime(), patience).train(true, false);
  }

  private int trainBesideAServer() throws IOException {
    var desk = new TrainingDesk(home, schedule);
    try (var server = Executors.newSingleThreadScheduledExecutor()) {
      var looking = server.scheduleWithFixedDelay(desk::look, 0, 20, TimeUnit.MILLISECONDS);
      try {
        return train(20);
      } finally {
        looking.cancel(false);
      }
    }
  }

  @Test
  void theServerTrainsAndTheCommandTellsWhatItCameTo() throws IOException {
    when(schedule.start(anyBoolean(), any(), any()))
        .thenAnswer(
            call -> {
              Consumer<TrainingReport> done = call.getArgument(1);
              done.accept(
                  new TrainingReport(
                      Result.NOT_ENOUGH,
                      "not enough data yet: 3 of 100 sessions",
                      "prior-3",
                      12,
                      3,
                      0,
                      null,
                      null,
                      null,
                      0,
                      Duration.ZERO));
              return true;
            });
    assertThat(trainBesideAServer()).isZero();
    assertThat(out.toString()).contains("not enough data yet: 3 of 100 sessions");
    try (var left = Files.list(home.data())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whileTheServerTrainsAlreadyItFails() throws IOException {
    when(schedule.start(anyBoolean(), any(), any())).thenReturn(false);
    assertThat(trainBesideAServer()).isEqualTo(1);
    assertThat(out.toString()).contains("going on at this moment");
  }

  @Test
  void aProcessThatDoesNotTrainIsNotWaitedForForEver() {
    assertThatThrownBy(() -> train(0)).hasMessageContaining("does not train");
    assertThat(TrainingNote.request(home)).doesNotExist();
  }

  private final class Runtime implements CommandRuntime {
    @Override
    public <T> T get(Class<T> type) {
      throw new IllegalStateException("the server has it");
    }

    @Override
    public PrintWriter out() {
      return new PrintWriter(out, true);
    }

    @Override
    public PrintWriter err() {
      return new PrintWriter(new StringWriter());
    }
  }
}
