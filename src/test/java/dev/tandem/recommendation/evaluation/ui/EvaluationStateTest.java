package dev.tandem.recommendation.evaluation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.tandem.recommendation.evaluation.Ranker;
import dev.tandem.recommendation.evaluation.WeightGroup;
import dev.tandem.recommendation.evaluation.ui.EvaluationState.Setting;
import org.junit.jupiter.api.Test;

class EvaluationStateTest {
  private static EvaluationState read(String query) {
    return EvaluationState.read(QueryParameters.fromString(query), Ranker.PRIOR);
  }

  @Test
  void theUrlKeepsEverything() {
    var state = read("a=prior&b=trial&w=stage:2.0&w=words:0.5");
    assertThat(state.first()).isEqualTo(Setting.PRIOR);
    assertThat(state.second()).isEqualTo(Setting.TRIAL);
    assertThat(state.trial().of(WeightGroup.STAGE)).isEqualTo(2);
    assertThat(state.trial().of(WeightGroup.WORDS)).isEqualTo(0.5);
    assertThat(state.trial().of(WeightGroup.AGE)).isEqualTo(1);
    assertThat(EvaluationState.read(state.write(), Ranker.PRIOR)).isEqualTo(state);
  }

  @Test
  void whatIsMalformedTakesItsDefault() {
    var state = read("a=best&w=stage&w=stage:17&w=luck:2.0");
    assertThat(state.first()).isEqualTo(Setting.PRIOR);
    assertThat(state.second()).isEqualTo(Setting.HYBRID);
    assertThat(state.trial().factors()).isEmpty();
  }
}
