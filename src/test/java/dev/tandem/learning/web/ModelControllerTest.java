package dev.tandem.learning.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.tandem.learning.Documents;
import dev.tandem.learning.LinearPrior;
import dev.tandem.learning.ModelRegistry;
import dev.tandem.learning.ModelRegistry.Decision;
import dev.tandem.learning.ModelRegistry.Kind;
import dev.tandem.learning.RankingModels;
import dev.tandem.learning.Rival;
import dev.tandem.learning.experiments.LiveResults;
import dev.tandem.learning.experiments.LiveResults.Found;
import dev.tandem.learning.experiments.Preferences;
import dev.tandem.learning.training.TrainingSchedule;
import dev.tandem.learning.training.TrainingSchedule.Status;
import dev.tandem.shared.Proportion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

class ModelControllerTest {
  private static final Decision TRIED =
      new Decision(4, Instant.EPOCH, Kind.CANARY, "learned-1", "prior-3", "gate", 9, 50, null);
  private static final Rival CANARY =
      new Rival(Documents.model("learned-1", Map.of()), true, TRIED);

  private final RankingModels models = mock(RankingModels.class);
  private final ModelRegistry registry = mock(ModelRegistry.class);
  private final LiveResults results = mock(LiveResults.class);
  private final TrainingSchedule schedule = mock(TrainingSchedule.class);
  private final MockMvcTester http =
      MockMvcTester.of(new ModelController(models, registry, results, schedule, Optional::empty));

  @BeforeEach
  void aCanaryIsTried() {
    var none = new Proportion(0, 0);
    when(models.inUse()).thenReturn(new LinearPrior());
    when(models.rival()).thenReturn(Optional.of(CANARY));
    when(registry.history(100)).thenReturn(List.of(TRIED));
    when(results.now())
        .thenReturn(
            new Found("prior-3", CANARY, new Preferences(24, 16, 60), false, null, none, none));
    when(schedule.status()).thenReturn(new Status(0, null, null, 12, 2000, null));
  }

  @Test
  void saysWhatRanksWhatIsTriedAndHowSurely() {
    assertThat(http.get().uri("/api/v1/models"))
        .hasStatusOk()
        .bodyJson()
        .hasPathSatisfying("$.in_use", name -> name.assertThat().isEqualTo("prior-3"))
        .hasPathSatisfying("$.canary", name -> name.assertThat().isEqualTo("learned-1"))
        .hasPathSatisfying("$.comparison.wins", wins -> wins.assertThat().isEqualTo(24))
        .hasPathSatisfying("$.comparison.interval.low", low -> low.assertThat().isNotNull())
        .hasPathSatisfying(
            "$.comparison.sessions_needed", needed -> needed.assertThat().isNotNull())
        .hasPathSatisfying("$.training.new_events", fresh -> fresh.assertThat().isEqualTo(12))
        .hasPathSatisfying(
            "$.decisions[0].decision", kind -> kind.assertThat().isEqualTo("canary"));
  }

  @Test
  void trainingBeginsInTheBackground() {
    when(schedule.start(eq(true), any(), any())).thenReturn(true);
    assertThat(
            http.post()
                .uri("/api/v1/models/train")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"dry_run\":true}"))
        .hasStatus(HttpStatus.ACCEPTED);
    verify(schedule).start(eq(true), any(), any());
  }

  @Test
  void onlyOneTrainingAtATime() {
    assertThat(http.post().uri("/api/v1/models/train")).hasStatus(HttpStatus.CONFLICT);
    verify(schedule).start(eq(false), any(), any());
  }
}
