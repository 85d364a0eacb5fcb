package dev.tandem.recommendation;

import static dev.tandem.recommendation.TestAsset.TODAY;
import static dev.tandem.recommendation.TestAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.deals.DealContext;
import dev.tandem.feedback.AssetEvidence.Circle;
import dev.tandem.feedback.AssetEvidence.SimilarDeals;
import dev.tandem.library.AssetId;
import dev.tandem.recommendation.Slate.Reason;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReasonsTest {

  /** Ten assets that share nothing with the one in question. */
  private static Bench bench(TestAsset inQuestion) {
    var bench = new Bench();
    for (int i = 0; i < 10; i++)
      bench.with(
          asset("other-" + i, "Unrelated " + "abcdefghij".charAt(i) + " thing " + (char) ('k' + i))
              .about("nothing of interest number " + i)
              .published(TODAY.minusYears(3)));
    return bench.with(inQuestion);
  }

  private static Slate.Item item(Slate slate, String id) {
    return slate.items().stream()
        .filter(item -> item.asset().id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static TestAsset plain() {
    return asset("x", "Storm response").about("How crews react").published(TODAY.minusYears(3));
  }

  private static final DealContext DEAL =
      Bench.deal(JourneyStage.DECISION, "Utilities", List.of("Dispatch"), List.of("Acme"), null);

  /** The reason is there with its cause, gone without it, and the score falls with the cause. */
  private static void decides(
      String code, String text, Supplier<TestAsset> with, Supplier<TestAsset> without) {
    var there = item(bench(with.get()).ask("", DEAL, 20), "x");
    var gone = item(bench(without.get()).ask("", DEAL, 20), "x");
    assertThat(there.reasons()).contains(new Reason(code, text));
    assertThat(gone.reasons()).extracting(Reason::code).doesNotContain(code);
    assertThat(there.score()).isGreaterThan(gone.score());
  }

  @Test
  void theStageIsNamedWhenItDecides() {
    decides(
        "stage_fit",
        "Made for the decision stage",
        () -> plain().stage(JourneyStage.DECISION),
        ReasonsTest::plain);
  }

  @Test
  void anInferredStageIsSaidWithLessCertainty() {
    decides(
        "stage_fit",
        "Seems made for the decision stage",
        () -> plain().stage(JourneyStage.DECISION, 0.6),
        ReasonsTest::plain);
  }

  @Test
  void theTypeIsNamedWhenItDecides() {
    decides(
        "type_fits_stage",
        "Case study: at the decision stage buyers look for proof",
        () -> plain().type(ContentType.CASE_STUDY),
        ReasonsTest::plain);
  }

  @Test
  void theIndustryIsNamedWhenItDecides() {
    decides(
        "industry_match",
        "Same industry: Utilities",
        () -> plain().industry("Utilities"),
        () -> plain().industry("retail"));
  }

  @Test
  void aProductIsRecognisedByPartOfItsName() {
    decides(
        "product_match",
        "About Larkspur Dispatch",
        () -> plain().product("Larkspur Dispatch"),
        () -> plain().product("Larkspur Vault"));
  }

  @Test
  void theCompetitorIsNamedWhenItDecides() {
    decides(
        "competitor_match",
        "Answers Acme, named in this deal",
        () -> plain().competitor("Acme"),
        () -> plain().competitor("Globex"));
  }

  @Test
  void whatIsNewIsCalledNew() {
    decides(
        "freshness",
        "New this month",
        () -> plain().published(TODAY.minusDays(3)),
        ReasonsTest::plain);
  }

  @Test
  void theWordsThatMatchedAreQuotedWithTheirPage() {
    var bench = bench(plain().about("Results of the penetration test of this year"));
    var item = item(bench.ask("penetration test", DealContext.EMPTY, 3), "x");
    assertThat(item.reasons().getFirst())
        .isEqualTo(new Reason("text_match", "Mentions “penetration”, “test” (page 4)"));
  }

  @Test
  void thePlaceIsLeftOutWhereItIsTheTitleOnceMore() {
    var bench = bench(plain().about("Results of the penetration test of this year"));
    bench.library.pageLabel = "Storm Response";
    var item = item(bench.ask("penetration test", DealContext.EMPTY, 3), "x");
    assertThat(item.reasons().getFirst().text()).isEqualTo("Mentions “penetration”, “test”");
  }

  @Test
  void whatColleaguesUsedIsCountedOut() {
    var bench = bench(plain());
    bench.similar.put(new AssetId("x"), new PastUse.Shown(9, 7));
    var item = item(bench.ask("", DEAL, 20), "x");
    assertThat(item.reasons())
        .contains(new Reason("similar_use", "Used 7 of 9 times it was shown on similar deals"));
    assertThat(item.score()).isGreaterThan(item(bench(plain()).ask("", DEAL, 20), "x").score());
  }

  @Test
  void colleaguesAreCountedWhereThereAreEnoughOfThem() {
    var bench = bench(plain());
    var x = new AssetId("x");
    bench.similar.put(x, new PastUse.Shown(30, 20));
    bench.around.put(
        x, new SimilarDeals(new Circle(12, 8, 9, 7), new Circle(12, 8, 9, 7), Circle.NONE));
    assertThat(item(bench.ask("", DEAL, 20), "x").reasons())
        .contains(
            new Reason(
                "similar_use",
                "Used by 7 of 9 colleagues with deals in Utilities at the decision stage"));
  }

  @Test
  void fewColleaguesAreNotToldFromEachOtherTheirDealsAreCounted() {
    var bench = bench(plain());
    var x = new AssetId("x");
    bench.similar.put(x, new PastUse.Shown(30, 20));
    bench.around.put(x, new SimilarDeals(new Circle(12, 8, 4, 4), Circle.NONE, Circle.NONE));
    assertThat(item(bench.ask("", DEAL, 20), "x").reasons())
        .contains(
            new Reason("similar_use", "Used on 8 of 12 deals in Utilities at the decision stage"));
  }

  @Test
  void whatAllHaveAlikeIsNoReason() {
    var bench = new Bench();
    for (int i = 0; i < 10; i++)
      bench.with(
          asset("a" + i, "Topic " + "abcdefghij".charAt(i) + " of " + (char) ('k' + i))
              .stage(JourneyStage.DECISION)
              .type(i == 0 ? ContentType.PRICING : ContentType.OTHER));
    var item = item(bench.ask("", Bench.at(JourneyStage.DECISION), 10), "a0");
    assertThat(item.reasons())
        .extracting(Reason::code)
        .contains("type_fits_stage")
        .doesNotContain("stage_fit");
  }

  @Test
  void thereAreNeverMoreThanThree() {
    var bench =
        bench(
            plain()
                .stage(JourneyStage.DECISION)
                .type(ContentType.CASE_STUDY)
                .industry("Utilities")
                .product("Dispatch")
                .competitor("Acme")
                .published(TODAY));
    assertThat(item(bench.ask("storm", DEAL, 3), "x").reasons()).hasSize(3);
  }
}
