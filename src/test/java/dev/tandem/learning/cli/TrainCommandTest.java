package dev.tandem.learning.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.tandem.learning.BootstrapMean;
import dev.tandem.learning.Documents;
import dev.tandem.learning.training.PromotionGate.Verdict;
import dev.tandem.learning.training.Training;
import dev.tandem.learning.training.TrainingReport;
import dev.tandem.learning.training.TrainingReport.Result;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.PendingWork;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class TrainCommandTest {
  private final StringWriter out = new StringWriter();
  private final Training training = mock(Training.class);

  private int run(TrainingReport report, String... arguments) {
    when(training.run(anyBoolean(), any())).thenReturn(report);
    return new CommandLine(new TrainCommand(new Runtime()))
        .setErr(new PrintWriter(new StringWriter()))
        .execute(arguments);
  }

  private static TrainingReport report(Result result, String reason, @Nullable Verdict verdict) {
    return new TrainingReport(
        result,
        reason,
        "prior-3",
        33104,
        3700,
        12,
        null,
        verdict == null ? null : Documents.model("learned-1", Map.of("guide", 0.8)),
        verdict,
        900,
        Duration.ofMillis(4200));
  }

  private static Verdict verdict(boolean passed) {
    return new Verdict(passed, BootstrapMean.of(0.01, 0.02, 0.03), -0.50, -0.52);
  }

  @Test
  void aPromotionIsToldWithWhatWasLearned() {
    assertThat(run(report(Result.PROMOTED, "better than prior-3", verdict(true)))).isZero();
    assertThat(out.toString())
        .contains("33,104 events read, 3,700 sessions seen")
        .contains("assets above their features, log-odds: guide +0.80 ± 0.20")
        .contains("-0.5000 learned, -0.5200 prior-3")
        .contains("promoted: better than prior-3 (4.2 s)");
  }

  @Test
  void notBetterAndNotEnoughAreResultsNotFailures() {
    assertThat(run(report(Result.KEPT, "kept prior-3, because …", verdict(false)))).isZero();
    assertThat(run(report(Result.NOT_ENOUGH, "not enough data yet: 3 of 100", null))).isZero();
    assertThat(out.toString()).contains("not enough: not enough data yet: 3 of 100");
  }

  @Test
  void whatWasNotReadIsNotCounted() {
    run(
        new TrainingReport(
            Result.BUSY,
            "another process trains",
            "prior-3",
            0,
            0,
            0,
            null,
            null,
            null,
            0,
            Duration.ZERO));
    assertThat(out.toString()).startsWith("busy: another process trains").doesNotContain("events");
  }

  @Test
  void whileAnotherProcessTrainsItFails() {
    assertThat(run(report(Result.BUSY, "another process trains", null))).isEqualTo(1);
  }

  @Test
  void aDryRunIsPassedOn() {
    run(report(Result.WOULD_PROMOTE, "better", verdict(true)), "--dry-run");
    verify(training).run(eq(true), any());
  }

  @Test
  void machinesGetTheSameNumbers() {
    run(report(Result.PROMOTED, "better", verdict(true)), "--json");
    var json = JsonMapper.shared().readTree(out.toString());
    assertThat(json.at("/result").stringValue()).isEqualTo("promoted");
    assertThat(json.at("/gate/held_out_sessions").intValue()).isEqualTo(900);
    assertThat(json.at("/gate/gain_low").doubleValue()).isPositive();
    assertThat(json.at("/model").stringValue()).isEqualTo("learned-1");
  }

  @Test
  void wrongUsageIsTwo() {
    assertThat(run(report(Result.KEPT, "", null), "--nonsense")).isEqualTo(2);
  }

  private final class Runtime implements CommandRuntime {
    private final PrintWriter outWriter = new PrintWriter(out, true);

    @Override
    public <T> T get(Class<T> type) {
      if (type == Training.class) return type.cast(training);
      if (type == PendingWork.class) return type.cast(mock(PendingWork.class));
      throw new IllegalArgumentException("not expected: " + type);
    }

    @Override
    public PrintWriter out() {
      return outWriter;
    }

    @Override
    public PrintWriter err() {
      return new PrintWriter(new StringWriter());
    }
  }
}
