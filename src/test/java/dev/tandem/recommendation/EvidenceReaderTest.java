package dev.tandem.recommendation;

import static dev.tandem.recommendation.TestAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.learning.Documents;
import dev.tandem.learning.RankingModel;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceReaderTest {
  private final Bench bench =
      new Bench()
          .with(
              asset("x", "Storm response").type(ContentType.CASE_STUDY),
              asset("y", "What it costs").type(ContentType.PRICING));

  private Slate.Item x(RankingModel model) {
    var request = Bench.request("", Bench.at(JourneyStage.DECISION), 5);
    return bench.recommender.rehearse(request, model).items().stream()
        .filter(item -> item.asset().id().value().equals("x"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingOfTheExpertsScoreIsCalledLearned() {
    var origin = x(new Bench.Models().prior()).evidence().origin();
    assertThat(origin.learnedShare()).isZero();
    assertThat(origin.learned()).isZero();
    assertThat(origin.prior()).isPositive();
  }

  @Test
  void whatWasLearnedAndWhatIsFromTheExpertsMakeUpTheScore() {
    var item = x(Documents.model("m", Map.of("x", 0.8)));
    var origin = item.evidence().origin();
    assertThat(origin.prior() + origin.learned()).isCloseTo(item.score(), within(1e-9));
    assertThat(origin.learned()).isCloseTo(0.8, within(1e-9));
    assertThat(origin.learnedShare()).isBetween(0.01, 0.9);
    assertThat(origin.priorShare() + origin.learnedShare()).isCloseTo(1, within(1e-9));
  }
}
