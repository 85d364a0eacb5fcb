package dev.tandem.recommendation;

import static dev.tandem.recommendation.TestAsset.TODAY;
import static dev.tandem.recommendation.TestAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.deals.DealContext;
import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureExtractorTest {
  private final Bench bench = new Bench();

  private Map<String, Double> features(TestAsset asset, String query, DealContext deal) {
    bench.with(asset);
    var request = Bench.request(query, deal, 1);
    var situation = bench.situations.read(request);
    var traits = Objects.requireNonNull(bench.snapshot.find(asset.build().id()));
    var candidate =
        new Candidate(traits, new Match(query.isEmpty() ? 0 : 0.8, 0), Match.NONE, Match.NONE);
    return bench.features.describe(situation, List.of(candidate)).getFirst().features().named();
  }

  @ParameterizedTest(name = "labelled {0}, deal at {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          DECISION      | DECISION      |  1
          CONSIDERATION | DECISION      | -0.5
          AWARENESS     | DECISION      | -1
          POST_SALE     | AWARENESS     | -1
          -             | DECISION      |  0
          DECISION      | -             |  0
          """)
  void stageFit(JourneyStage labelled, JourneyStage deal, double expected) {
    var asset = asset("a", "Anything");
    if (labelled != null) asset.stage(labelled);
    var context = Bench.deal(deal, null, List.of(), List.of(), null);
    assertThat(features(asset, "", context).getOrDefault("stage_fit", 0.0))
        .isCloseTo(expected, within(1e-6));
  }

  @Test
  void aSecondStageFitsLessThanTheMainOneAndAGuessLessThanAStatement() {
    var second = asset("a", "A").stage(JourneyStage.AWARENESS).stage(JourneyStage.DECISION);
    var guess = asset("b", "B").stage(JourneyStage.DECISION, 0.5);
    assertThat(features(second, "", Bench.at(JourneyStage.DECISION)).get("stage_fit"))
        .isCloseTo(0.7, within(1e-6));
    assertThat(features(guess, "", Bench.at(JourneyStage.DECISION)).get("stage_fit"))
        .isCloseTo(0.2, within(1e-6));
  }

  @Test
  void stageCountsMoreWithoutAQuery() {
    var asset = asset("a", "A").stage(JourneyStage.DECISION);
    assertThat(features(asset, "", Bench.at(JourneyStage.DECISION)))
        .containsKey("stage_fit_without_query");
    assertThat(features(asset, "words", Bench.at(JourneyStage.DECISION)))
        .doesNotContainKey("stage_fit_without_query");
  }

  @ParameterizedTest(name = "label {0}, deal {1}: match {2}, mismatch {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Acme Dispatch | Dispatch      | 1 | 0
          Dispatch      | Acme Dispatch | 1 | 0
          Acme Vault    | Acme Dispatch | 0 | 1
          -             | Dispatch      | 0 | 0
          Acme Vault    | -             | 0 | 0
          """)
  void products(String label, String deal, double match, double mismatch) {
    var asset = asset("a", "A");
    if (label != null) asset.product(label);
    var context = Bench.deal(null, null, deal == null ? List.of() : List.of(deal), List.of(), null);
    var features = features(asset, "", context);
    assertThat(features.getOrDefault("product_match", 0.0)).isEqualTo(match);
    assertThat(features.getOrDefault("product_mismatch", 0.0)).isEqualTo(mismatch);
  }

  @ParameterizedTest(name = "made for {0}, deal in {1}: match {2}, mismatch {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DACH          | DACH          | 1 | 0
          EMEA          | DACH          | 1 | 0
          Global        | APAC          | 1 | 0
          North America | DACH          | 0 | 1
          """)
  void regions(String label, String deal, double match, double mismatch) {
    var features =
        features(asset("a", "A").region(label), "", Bench.inRegion(DealContext.EMPTY, deal));
    assertThat(features.getOrDefault("region_match", 0.0)).isEqualTo(match);
    assertThat(features.getOrDefault("region_mismatch", 0.0)).isEqualTo(mismatch);
  }

  @Test
  void anotherRivalIsWorseThanARivalWhereTheDealNamesNone() {
    var asset = asset("a", "A").competitor("Globex");
    var rival = Bench.deal(null, null, List.of(), List.of("Acme"), null);
    assertThat(features(asset, "", rival).get("competitor_mismatch")).isEqualTo(1);
    assertThat(features(asset, "", DealContext.EMPTY).get("competitor_mismatch")).isEqualTo(0.5);
  }

  @Test
  void aRivalThatOnlyTheNotesNameIsNoMismatch() {
    var notes = Bench.deal(null, null, List.of(), List.of(), "They run Globex today.");
    var features = features(asset("a", "A").competitor("Globex"), "", notes);
    assertThat(features).containsEntry("term_asked", 1.0).doesNotContainKey("competitor_mismatch");
  }

  @ParameterizedTest(name = "{0} asset, query “{1}”, region {2}: {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          de | Wie sicher ist die Lösung?        | -             |  1
          en | Wie sicher ist die Lösung?        | -             | -0.2
          fr | Wie sicher ist die Lösung?        | -             | -1
          en | what is the return on investment  | -             |  1
          de | what is the return on investment  | -             | -1
          de | roi                               | DACH          |  1
          de | roi                               | North America | -1
          de | roi                               | -             |  0
          und| Wie sicher ist die Lösung?        | -             |  0
          """)
  void language(String asset, String query, String region, double fit) {
    var deal = region == null ? DealContext.EMPTY : Bench.inRegion(DealContext.EMPTY, region);
    assertThat(
            features(asset("a", "A").language(asset), query, deal)
                .getOrDefault("language_fit", 0.0))
        .isEqualTo(fit);
  }

  @Test
  void freshnessHalvesInEighteenMonths() {
    var today = features(asset("a", "A").published(TODAY), "", DealContext.EMPTY);
    var later = features(asset("b", "B").published(TODAY.minusDays(548)), "", DealContext.EMPTY);
    assertThat(today.get("freshness")).isEqualTo(0.5);
    assertThat(later.getOrDefault("freshness", 0.0)).isCloseTo(0, within(1e-9));
    assertThat(features(asset("c", "C").published(null), "", DealContext.EMPTY))
        .doesNotContainKey("freshness");
  }

  @Test
  void anOverdueReviewShows() {
    assertThat(features(asset("a", "A").reviewBy(TODAY.minusDays(1)), "", DealContext.EMPTY))
        .containsEntry("review_overdue", 1.0);
    assertThat(features(asset("b", "B").reviewBy(TODAY), "", DealContext.EMPTY))
        .doesNotContainKey("review_overdue");
  }

  @Test
  void fewImpressionsAreShrunkTowardsTheUsualRate() {
    bench.overall.put(new AssetId("once"), counts(1, 1));
    bench.overall.put(new AssetId("often"), counts(100, 60));
    bench.overall.put(new AssetId("never"), counts(0, 0));
    bench.overall.put(new AssetId("shunned"), counts(100, 1));
    double once = use("once"), often = use("often");
    assertThat(once).isPositive().isLessThan(often);
    assertThat(use("never")).isZero();
    assertThat(use("shunned")).isNegative();
  }

  private double use(String id) {
    return features(asset(id, id), "", DealContext.EMPTY).getOrDefault("overall_use", 0.0);
  }

  private static PastUse.Counts counts(long shown, long used) {
    return new PastUse.Counts(new PastUse.Shown(shown, used), 0, 0, 0, 0);
  }

  @Test
  void aTypeThatIsAskedForByNameIsRecognised() {
    var study = asset("a", "A").type(ContentType.CASE_STUDY);
    assertThat(features(study, "customer story for hospitals", DealContext.EMPTY))
        .containsEntry("type_asked", 1.0);
    assertThat(features(study, "hospitals", DealContext.EMPTY)).doesNotContainKey("type_asked");
  }
}
