package dev.tandem.learning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import dev.tandem.identity.Role;
import dev.tandem.learning.Documents;
import dev.tandem.learning.HeldOut;
import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.ModelRegistry;
import dev.tandem.learning.ModelRegistry.Decision;
import dev.tandem.learning.ModelRegistry.Gain;
import dev.tandem.learning.ModelRegistry.Kind;
import dev.tandem.shared.ui.Chart;
import dev.tandem.testing.SignedInAs;
import dev.tandem.testing.TandemTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a curious marketer reads of what was learned. */
@TandemTest
@SignedInAs(Role.MARKETER)
class LearningViewTest extends SpringBrowserlessTest {
  @Autowired private ModelRegistry registry;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void nothingLearned() {
    jdbc.sql("truncate learning_decision, learning_model").update();
  }

  private String text() {
    return navigate("learning", LearningView.class).getElement().getTextRecursively();
  }

  private void promoted(LearnedModel model) {
    registry.decide(
        model,
        new Decision(
            0,
            Instant.parse("2026-03-02T09:00:00Z"),
            Kind.PROMOTED,
            model.version(),
            "prior-3",
            "measured",
            0,
            50,
            new Gain(40, 0.02, 0.01, 0.03)));
  }

  @Test
  void beforeAnythingIsLearnedTheExpertsTableStandsAlone() {
    assertThat(text())
        .contains("nothing learned is in use", "As it started", "Nothing was trained yet")
        .doesNotContain("As learned");
  }

  @Test
  void whatAModelBelievesAndHowWellItDidIsShownWithIntervals() {
    var document =
        Documents.document("m-1", Map.of("gem", 0.7), Map.of("case_study@decision", 0.4))
            .tested(
                new HeldOut(
                    40,
                    List.of(new HeldOut.Bin(0.1, 0.12, 60, 0.05, 0.2)),
                    List.of(new HeldOut.Step(100, 25, 0.02, 0.01, 0.03))));
    promoted(new LearnedModel(document, new dev.tandem.learning.LinearPrior()));
    assertThat(text())
        .contains(
            "As learned",
            "strong ▲",
            "× 2.0 (1.7 to 2.4)",
            "in 1 of 1 groups",
            "after 100 sessions +0.020 a session (+0.010 to +0.030",
            "surely better than the experts' weights",
            "Learned from 50 sessions, tested on 40 later ones",
            "Next training");
    assertThat($(Chart.class).all()).hasSize(3);
  }

  @Test
  void aModelOfAnEarlierVersionSaysThatNothingWasKept() {
    promoted(Documents.model("m-2", Map.of()));
    assertThat(text()).contains("Not known for this model");
  }

  @Test
  void aMarketerReadsAndDoesNotDecide() {
    promoted(Documents.model("m-3", Map.of()));
    promoted(Documents.model("m-4", Map.of()));
    text();
    assertThat($(Button.class).all()).extracting(Button::getText).doesNotContain("Use this one");
  }
}
