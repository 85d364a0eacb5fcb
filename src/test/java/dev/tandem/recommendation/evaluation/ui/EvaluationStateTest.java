package dev.tandem.recommendation.evaluation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.tandem.recommendation.evaluation.Ranker;
import dev.tandem.recommendation.evaluation.WeightGroup;
import dev.tandem.recommendation.evaluation.WeightTrial;
import dev.tandem.recommendation.evaluation.ui.EvaluationState.Present;
import dev.tandem.recommendation.evaluation.ui.EvaluationState.Setting;
import dev.tandem.search.SynonymChanges;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationStateTest {
  private static final Present SHIPPED =
      new Present(Ranker.PRIOR, WeightTrial.NOTHING_CHANGED, SynonymChanges.NONE);

  private static EvaluationState read(String query) {
    return EvaluationState.read(QueryParameters.fromString(query), SHIPPED);
  }

  @Test
  void theUrlKeepsEverything() {
    var state = read("a=prior&b=trial&w=stage:2.0&w=words:0.5");
    assertThat(state.first()).isEqualTo(Setting.PRIOR);
    assertThat(state.second()).isEqualTo(Setting.TRIAL);
    assertThat(state.trial().of(WeightGroup.STAGE)).isEqualTo(2);
    assertThat(state.trial().of(WeightGroup.WORDS)).isEqualTo(0.5);
    assertThat(state.trial().of(WeightGroup.AGE)).isEqualTo(1);
    assertThat(EvaluationState.read(state.write(), SHIPPED)).isEqualTo(state);
  }

  @Test
  void theUrlKeepsSynonymsToo() {
    var state = read("a=prior&b=trial&same=go live, launch&apart=demo, product tour");
    assertThat(state.synonyms().added()).containsExactly("go live, launch");
    assertThat(state.synonyms().removed()).containsExactly("demo, product tour");
    assertThat(EvaluationState.read(state.write(), SHIPPED)).isEqualTo(state);
  }

  @Test
  void aTrialStartsFromWhatIsInUseAndCanLeaveIt() {
    var present =
        new Present(
            Ranker.PRIOR,
            new WeightTrial(Map.of(WeightGroup.AGE, 2.0)),
            SynonymChanges.parse("go live, launch", ""));
    var state = EvaluationState.read(QueryParameters.fromString("b=trial"), present);
    assertThat(state.trial()).isEqualTo(present.weights());
    assertThat(state.synonyms()).isEqualTo(present.synonyms());
    var asShipped = state.with(WeightTrial.NOTHING_CHANGED).with(SynonymChanges.NONE);
    assertThat(EvaluationState.read(asShipped.write(), present)).isEqualTo(asShipped);
  }

  @Test
  void whatIsMalformedTakesItsDefault() {
    var state = read("a=best&w=stage&w=stage:17&w=luck:2.0");
    assertThat(state.first()).isEqualTo(Setting.PRIOR);
    assertThat(state.second()).isEqualTo(Setting.HYBRID);
    assertThat(state.trial().factors()).isEmpty();
  }
}
