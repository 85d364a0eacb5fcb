package dev.tandem.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every model keeps to, trained or not. */
abstract class RankingModelContract {
  private final Random random = new Random(4);

  protected abstract RankingModel model();

  private Example anyExample() {
    var values = new double[RankingFeature.SCHEMA.size()];
    for (int i = 0; i < values.length; i++) values[i] = 2 * random.nextDouble() - 1;
    return new Example(
        new FeatureVector(RankingFeature.SCHEMA, values),
        new AssetId("guide"),
        ContentType.CASE_STUDY,
        new Asked(JourneyStage.DECISION, "utilities", List.of("cfo"), true));
  }

  @Test
  void contributionsSumToTheScore() {
    for (int i = 0; i < 20; i++) {
      var example = anyExample();
      var sum =
          model().contributions(example).values().stream().mapToDouble(Double::doubleValue).sum();
      assertThat(sum).isCloseTo(model().score(example), within(1e-9));
    }
  }

  @Test
  void everyCauseHasAName() {
    assertThat(model().contributions(anyExample()).keySet())
        .allMatch(
            cause ->
                RankingFeature.named(cause).isPresent()
                    || List.of(LearnedEffect.values()).stream()
                        .anyMatch(effect -> effect.id().equals(cause)));
  }

  @Test
  void aCandidateOfWhichOnlyFeaturesAreKnownIsScoredToo() {
    var features = anyExample().features();
    assertThat(model().score(Example.of(features))).isFinite();
  }

  @Test
  void theSameCandidateAlwaysScoresTheSame() {
    var example = anyExample();
    assertThat(model().score(example)).isEqualTo(model().score(example));
  }
}
