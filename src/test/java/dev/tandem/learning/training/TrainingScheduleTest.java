package dev.tandem.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import dev.tandem.feedback.FeedbackLog;
import dev.tandem.learning.ModelRegistry;
import dev.tandem.learning.training.TrainingReport.Result;
import dev.tandem.shared.PendingWork;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Training in the server. */
class TrainingScheduleTest {
  private final Training training = mock(Training.class);
  private final PendingWork indexing = mock(PendingWork.class);
  private final TrainingSchedule schedule =
      new TrainingSchedule(
          training,
          mock(ModelRegistry.class),
          mock(FeedbackLog.class),
          indexing,
          new LearningSettings(false, 2, 2_000, 20_000, 1_000_000),
          Clock.systemUTC());

  @AfterEach
  void stop() throws InterruptedException {
    schedule.stop();
  }

  private TrainingReport train() throws Exception {
    var report = new CompletableFuture<TrainingReport>();
    assertThat(schedule.start(true, report::complete, report::completeExceptionally)).isTrue();
    return report.get(20, TimeUnit.SECONDS);
  }

  @Test
  void itWaitsForTheWordsOfTheLibraryAndNotForItsMeaning() throws Exception {
    when(training.run(anyBoolean(), any()))
        .thenReturn(TrainingReport.nothing(Result.NOT_ENOUGH, "little", "prior-3"));
    assertThat(train().reason()).isEqualTo("little");
    var inTurn = inOrder(indexing, training);
    inTurn.verify(indexing).catchUp();
    inTurn.verify(training).run(anyBoolean(), any());
    verifyNoMoreInteractions(indexing);
  }

  @Test
  void aStopEndsATrainingThatTellsHowFarItIs() throws Exception {
    var reading = new CompletableFuture<Boolean>();
    when(training.run(anyBoolean(), any()))
        .thenAnswer(
            call -> {
              reading.complete(true);
              for (long read = 0; ; read++) call.<LongConsumer>getArgument(1).accept(read);
            });
    var report = new CompletableFuture<TrainingReport>();
    schedule.start(true, report::complete, report::completeExceptionally);
    assertThat(reading.get(20, TimeUnit.SECONDS)).isTrue();
    schedule.stop();
    assertThatThrownBy(() -> report.get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("Tandem stops");
  }
}
