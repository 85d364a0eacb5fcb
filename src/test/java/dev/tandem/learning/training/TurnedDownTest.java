package dev.tandem.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.tandem.learning.Documents;
import dev.tandem.learning.ModelRegistry;
import dev.tandem.learning.ModelRegistry.Decision;
import dev.tandem.learning.ModelRegistry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which model a new one has to be better than, beside the one in use. */
class TurnedDownTest {
  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

  /**
   * @param history newest first, such as {@code KEPT learned-2 prior-3, REJECTED learned-1 prior-3}
   */
  private static @Nullable String turnedDown(String history, Duration ago) {
    var registry = mock(ModelRegistry.class);
    when(registry.find(anyString()))
        .thenAnswer(
            call -> {
              String version = call.getArgument(0);
              return version.startsWith("learned")
                  ? Optional.of(Documents.model(version, Map.of()))
                  : Optional.empty();
            });
    when(registry.history(anyInt()))
        .thenReturn(
            Stream.of(history.split(", "))
                .map(line -> line.split(" "))
                .map(
                    each ->
                        new Decision(
                            1,
                            NOW.minus(ago),
                            Kind.valueOf(each[0]),
                            each[1],
                            each[2],
                            "why",
                            0,
                            0,
                            null))
                .toList());
    return TurnedDown.lately(registry, NOW).map(one -> one.model().version()).orElse(null);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          REJECTED learned-1 prior-3                                     | learned-1
          KEPT learned-2 prior-3, REJECTED learned-1 prior-3             | learned-1
          REJECTED learned-2 prior-3, REJECTED learned-1 prior-3         | learned-2
          ROLLED_BACK prior-3 learned-1                                  | learned-1
          CHOSEN learned-1 learned-2                                     | learned-2
          PROMOTED learned-2 prior-3, REJECTED learned-1 prior-3         |
          CHOSEN learned-9 prior-3, REJECTED learned-1 prior-3           |
          CANARY learned-1 prior-3                                       |
          KEPT learned-1 prior-3                                         |""")
  void isTheLastOneThatHadToGiveWayToTheModelInUse(String history, @Nullable String expected) {
    assertThat(turnedDown(history, Duration.ofDays(3))).isEqualTo(expected);
  }

  @Test
  void isForgottenAfterThreeMonthsSinceRepsAndContentChange() {
    var history = "REJECTED learned-1 prior-3";
    assertThat(turnedDown(history, Duration.ofDays(89))).isEqualTo("learned-1");
    assertThat(turnedDown(history, Duration.ofDays(91))).isNull();
  }
}
