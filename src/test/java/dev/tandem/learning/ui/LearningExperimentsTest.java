package dev.tandem.learning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import dev.tandem.identity.Role;
import dev.tandem.identity.UserId;
import dev.tandem.learning.Documents;
import dev.tandem.learning.DriftLog;
import dev.tandem.learning.DriftWeek;
import dev.tandem.learning.ModelRegistry;
import dev.tandem.learning.ModelRegistry.Decision;
import dev.tandem.learning.ModelRegistry.Kind;
import dev.tandem.learning.RankingModels;
import dev.tandem.shared.ui.Chart;
import dev.tandem.shared.ui.StatTile;
import dev.tandem.testing.SignedInAs;
import dev.tandem.testing.TandemTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TandemTest(properties = "tandem.learning.experiments.enabled=true")
@SignedInAs(Role.ADMINISTRATOR)
class LearningExperimentsTest extends SpringBrowserlessTest {
  @Autowired private ModelRegistry registry;
  @Autowired private RankingModels models;
  @Autowired private DriftLog drift;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void nothingLearned() {
    jdbc.sql("truncate learning_decision, learning_model, learning_drift").update();
    registry.choose(models.prior().version(), "a test begins");
  }

  private void decided(Kind kind, String version, String before) {
    registry.decide(
        Documents.model(version, Map.of()),
        new Decision(0, Instant.now(), kind, version, before, "gate", 0, 50, null));
  }

  private String tiles() {
    return $(StatTile.class).all().stream()
        .map(tile -> tile.getElement().getAttribute("aria-label"))
        .reduce("", (all, one) -> all + one + "\n");
  }

  private void press(String label) {
    test($(Button.class).all().stream()
            .filter(button -> button.getText().equals(label))
            .findFirst()
            .orElseThrow())
        .click();
    test($(ConfirmDialog.class).single()).confirm();
  }

  @Test
  void whereNothingIsLearnedItSaysSo() {
    navigate("learning", LearningView.class);
    assertThat(tiles())
        .contains("nothing to compare with")
        .contains("nothing learned is in use that could be held out");
    assertThat($(Chart.class).all()).isEmpty();
  }

  @Test
  void aCanaryCanBePromotedByHand() {
    decided(Kind.CANARY, "learned-1", "prior-3");
    navigate("learning", LearningView.class);
    assertThat(tiles()).contains("Reps prefer learned-1: not enough data yet");
    press("Promote now");
    assertThat(models.inUse().version()).isEqualTo("learned-1");
    assertThat(registry.history(1).getFirst().kind()).isEqualTo(Kind.PROMOTED);
  }

  @Test
  void aCanaryCanBeTurnedDown() {
    decided(Kind.CANARY, "learned-1", "prior-3");
    navigate("learning", LearningView.class);
    press("Turn down");
    assertThat(models.rival()).isEmpty();
    assertThat(registry.history(1).getFirst().kind()).isEqualTo(Kind.REJECTED);
    assertThat(getCurrentView().getElement().getTextRecursively())
        .contains("decided in the learning view, by administrator", "passed, was tried")
        .doesNotContain("being tried");
  }

  @Test
  void oneClickGoesBack() {
    decided(Kind.PROMOTED, "learned-1", "prior-3");
    decided(Kind.PROMOTED, "learned-2", "learned-1");
    navigate("learning", LearningView.class);
    press("Go back to learned-1");
    assertThat(models.inUse().version()).isEqualTo("learned-1");
  }

  @Test
  void theExpertsOrderIsNotOfferedTwice() {
    decided(Kind.PROMOTED, "learned-1", "prior-3");
    navigate("learning", LearningView.class);
    assertThat($(Button.class).all())
        .extracting(Button::getText)
        .contains("Use the experts' order")
        .noneMatch(words -> words.startsWith("Go back"));
  }

  @Test
  void theExpertsOrderIsOneClickAwayWhateverTheHistory() {
    decided(Kind.PROMOTED, "learned-1", "prior-3");
    decided(Kind.PROMOTED, "learned-2", "learned-1");
    navigate("learning", LearningView.class);
    press("Use the experts' order");
    assertThat(models.learned()).isEmpty();
    assertThat(registry.history(1).getFirst().by()).isEqualTo(new UserId("administrator"));
  }

  @Test
  void driftIsDrawnOnceAWeekIsKnown() {
    decided(Kind.PROMOTED, "learned-1", "prior-3");
    drift.record(
        List.of(new DriftWeek(LocalDate.parse("2026-03-02"), "learned-1", 80, 60, 20, 24)));
    navigate("learning", LearningView.class);
    assertThat($(Chart.class).all()).hasSize(2); // what was learned by stage, and drift
    assertThat(getCurrentView().getElement().getTextRecursively())
        .contains("predicts 80 sessions since its training worse than the experts' order");
  }

  @Test
  void whereTheExpertsOrderIsInUseNothingIsSaidToHaveBeenTrained() {
    drift.record(
        List.of(new DriftWeek(LocalDate.parse("2026-03-02"), "learned-1", 80, 60, 20, 24)));
    navigate("learning", LearningView.class);
    assertThat(getCurrentView().getElement().getTextRecursively())
        .contains("The experts' order is in use, so there is nothing learned to watch")
        .doesNotContain("since it was trained");
  }
}
