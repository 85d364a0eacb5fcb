package dev.tandem.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.deals.DealContext;
import dev.tandem.feedback.AssetEvidence.Circle;
import dev.tandem.feedback.AssetEvidence.SimilarDeals;
import dev.tandem.recommendation.SimilarUse.Basis;
import dev.tandem.shared.Proportion;
import dev.tandem.taxonomy.JourneyStage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarUseTest {
  private static final DealContext DEAL =
      Bench.deal(JourneyStage.DECISION, "Retail", List.of(), List.of(), null);

  private static Circle circle(int deals) {
    return new Circle(deals, deals / 2, 6, 3);
  }

  @ParameterizedTest(name = "{0} deals alike in both, {1} in industry, {2} at the stage: {3}")
  @CsvSource({
    "5, 9, 9, STAGE_AND_INDUSTRY",
    "4, 9, 9, INDUSTRY",
    "0, 4, 9, STAGE",
    "0, 0, 0, STAGE",
  })
  void theNarrowestCircleWithEnoughDealsIsCounted(int both, int industry, int stage, Basis basis) {
    var found = new SimilarDeals(circle(both), circle(industry), circle(stage));
    assertThat(SimilarUse.of(found, DEAL).basis()).isEqualTo(basis);
  }

  @Test
  void whatIsCountedIsDefinedInWords() {
    var found = new SimilarDeals(circle(5), Circle.NONE, Circle.NONE);
    assertThat(SimilarUse.of(found, DEAL).definition())
        .isEqualTo("deals in Retail at the decision stage");
    assertThat(SimilarUse.of(found, DealContext.EMPTY)).isEqualTo(SimilarUse.NONE);
  }

  @Test
  void fewerThanFivePeopleAreNotCounted() {
    var four = new SimilarDeals(new Circle(9, 7, 4, 4), Circle.NONE, Circle.NONE);
    assertThat(SimilarUse.of(four, DEAL).colleagues()).isNull();
    var five = new SimilarDeals(new Circle(9, 7, 5, 4), Circle.NONE, Circle.NONE);
    assertThat(SimilarUse.of(five, DEAL).colleagues()).isEqualTo(new Proportion(4, 5));
  }

  @Test
  void fewerThanFiveDealsGiveNoRate() {
    var few = new SimilarDeals(Circle.NONE, Circle.NONE, circle(4));
    assertThat(SimilarUse.of(few, DEAL).interval()).isNull();
    assertThat(SimilarUse.of(new SimilarDeals(circle(5), circle(5), circle(5)), DEAL).interval())
        .isNotNull();
  }
}
