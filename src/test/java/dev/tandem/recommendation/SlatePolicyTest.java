package dev.tandem.recommendation;

import static dev.tandem.recommendation.TestAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.deals.DealContext;
import dev.tandem.learning.Example;
import dev.tandem.learning.FeatureVector;
import dev.tandem.learning.RankingFeature;
import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlatePolicyTest {
  private final Bench bench = new Bench();

  private record Scored(TestAsset asset, double score) {}

  private static Scored scored(double score, TestAsset asset) {
    return new Scored(asset, score);
  }

  private List<String> compose(
      String query, DealContext deal, Set<AssetId> received, int slots, Scored... ranked) {
    for (var each : ranked) bench.with(each.asset());
    var situation = bench.situations.read(Bench.request(query, deal, slots));
    var nothing =
        new FeatureVector(RankingFeature.SCHEMA, new double[RankingFeature.SCHEMA.size()]);
    var candidates =
        Arrays.stream(ranked)
            .map(
                each -> {
                  var id = each.asset().build().id();
                  var traits = Objects.requireNonNull(bench.snapshot.find(id));
                  return new Ranked(
                      new Candidate(traits, Match.NONE, Match.NONE, Match.NONE),
                      Example.of(nothing),
                      each.score());
                })
            .toList();
    return SlatePolicy.compose(situation, candidates, received, this::sameText, slots).stream()
        .map(each -> each.traits().id().value())
        .toList();
  }

  private boolean sameText(AssetId one, AssetId other) {
    return !one.equals(other) && bench.nearCopies.contains(Set.of(one, other));
  }

  @Test
  void ofTwoThatSayTheSameUnderOtherTitlesOnlyTheBetterComes() {
    bench.nearCopies.add(Set.of(new AssetId("s1"), new AssetId("s2")));
    assertThat(
            compose(
                "words",
                DealContext.EMPTY,
                Set.of(),
                3,
                scored(3, study("s1", "Harbour of Kiel")),
                scored(2, study("s2", "How a port saved time")),
                scored(1, prices("p", "What it costs"))))
        .containsExactly("s1", "p");
  }

  private static TestAsset study(String id, String title) {
    return asset(id, title).type(ContentType.CASE_STUDY);
  }

  private static TestAsset prices(String id, String title) {
    return asset(id, title).type(ContentType.PRICING);
  }

  @Test
  void aFourthOfOneTypeGivesWayToAnotherThatIsNearlyAsGood() {
    assertThat(
            compose(
                "words",
                DealContext.EMPTY,
                Set.of(),
                4,
                scored(3.0, study("s1", "Harbour of Kiel")),
                scored(2.9, study("s2", "Bakery in Lyon")),
                scored(2.8, study("s3", "Trams of Basel")),
                scored(2.7, prices("p", "What it costs"))))
        .containsExactly("s1", "s2", "p", "s3");
  }

  @Test
  void theTypeThatWasAskedForMayFillTheSlate() {
    assertThat(
            compose(
                "case studies",
                DealContext.EMPTY,
                Set.of(),
                4,
                scored(3.0, study("s1", "Harbour of Kiel")),
                scored(2.9, study("s2", "Bakery in Lyon")),
                scored(2.8, study("s3", "Trams of Basel")),
                scored(2.7, prices("p", "What it costs"))))
        .containsExactly("s1", "s2", "s3", "p");
  }

  @Test
  void muchBetterAssetsAreNotGivenUpForVariety() {
    assertThat(
            compose(
                "words",
                DealContext.EMPTY,
                Set.of(),
                3,
                scored(5, study("s1", "Harbour of Kiel")),
                scored(4.9, study("s2", "Bakery in Lyon")),
                scored(4.8, study("s3", "Trams of Basel")),
                scored(1, prices("p", "What it costs"))))
        .containsExactly("s1", "s2", "s3");
  }

  @Test
  void receivedAssetsGoDownButStay() {
    assertThat(
            compose(
                "",
                Bench.at(JourneyStage.DECISION),
                Set.of(new AssetId("s1")),
                2,
                scored(3, study("s1", "Harbour of Kiel")),
                scored(1, prices("p", "What it costs"))))
        .containsExactly("p", "s1");
  }

  @ParameterizedTest(name = "“{0}” and “{1}”: one thing = {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Product overview 2024            | Product overview 2026 (final)  | true
          Release notes 4.1                | Release notes 4.2              | true
          Pricing guide v2                 | Pricing Guide                  | true
          Acme Dispatch pricing            | Acme Vault pricing             | false
          Case study: Harbour of Kiel      | Case study: Bakery in Lyon     | false
          How to choose a planning board   | How to choose a planning tool  | false
          2025                             | 2026                           | false
          """)
  void versionsAreRecognisedByTheirTitle(String one, String other, boolean same) {
    var words = TitleWords.of(asset("a", one).build());
    assertThat(words.sameThing(TitleWords.of(asset("b", other).build()))).isEqualTo(same);
  }

  @Test
  void theSameDescriptionMeansTheSameThing() {
    var text = "Everything that crews need to know before the first storm of the season arrives";
    assertThat(
            TitleWords.of(asset("a", "Storm kit").about(text).build())
                .sameThing(TitleWords.of(asset("b", "Crew handbook").about(text).build())))
        .isTrue();
  }
}
