package dev.tandem.recommendation;

import static dev.tandem.recommendation.TestAsset.TODAY;
import static dev.tandem.recommendation.TestAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.deals.DealContext;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecommenderTest {
  private final Bench bench = new Bench();

  private void smallLibrary() {
    bench.with(
        asset("trend-report", "Trends in grid operation")
            .type(ContentType.REPORT)
            .stage(JourneyStage.AWARENESS),
        asset("product-tour", "A tour of the planning board")
            .type(ContentType.DEMO)
            .stage(JourneyStage.CONSIDERATION),
        asset("price-list", "Prices and packages")
            .type(ContentType.PRICING)
            .stage(JourneyStage.DECISION),
        asset("first-weeks", "Your first six weeks")
            .type(ContentType.ONBOARDING_GUIDE)
            .stage(JourneyStage.POST_SALE));
  }

  @Test
  void theStageDecidesWhereNothingElseIsKnown() {
    smallLibrary();
    assertThat(Bench.ids(bench.ask("", Bench.at(JourneyStage.DECISION), 4)))
        .startsWith("price-list");
    assertThat(Bench.ids(bench.ask("", Bench.at(JourneyStage.POST_SALE), 4)))
        .startsWith("first-weeks");
  }

  @Test
  void aPlainQueryBeatsTheStage() {
    smallLibrary();
    assertThat(Bench.ids(bench.ask("planning board", Bench.at(JourneyStage.DECISION), 4)))
        .startsWith("product-tour");
  }

  @Test
  void anEmptyDealGetsSomethingForEveryStage() {
    smallLibrary();
    bench.with(
        asset("trends-2", "Another look at metering")
            .type(ContentType.REPORT)
            .stage(JourneyStage.AWARENESS)
            .published(TODAY),
        asset("trends-3", "Outage costs compared")
            .type(ContentType.REPORT)
            .stage(JourneyStage.AWARENESS)
            .published(TODAY));
    assertThat(bench.ask("", DealContext.EMPTY, 4).items())
        .extracting(item -> item.asset().stages().getFirst().value())
        .containsExactlyInAnyOrder(JourneyStage.values());
  }

  @Test
  void anEmptyLibraryGivesAnEmptySlateThatIsLogged() {
    var slate = bench.ask("anything", Bench.at(JourneyStage.DECISION), 5);
    assertThat(slate.items()).isEmpty();
    assertThat(bench.logged).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wie viel kostet das und wie lange dauert die Einführung?",
        "\" OR 1=1; -- <script>alert('x')</script>",
        "((( AND NOT ] } ~^* \\",
        "null\u0000byte and \uD83D half an emoji",
        "   ",
        "🛒🛒🛒"
      })
  void everyWordingIsAnswered(String query) {
    smallLibrary();
    assertThat(bench.ask(query, DealContext.EMPTY, 3).items()).hasSize(3);
  }

  @Test
  void aVeryLongQueryIsAnswered() {
    smallLibrary();
    assertThat(bench.ask("prices ".repeat(5_000), DealContext.EMPTY, 1).items())
        .extracting(item -> item.asset().id().value())
        .containsExactly("price-list");
  }

  @Test
  void whatTheLogCannotHoldIsNotInTheLoggedQuery() {
    smallLibrary();
    bench.ask("pri\u0000ces \uD83D", DealContext.EMPTY, 1);
    assertThat(((SlateServed) bench.logged.getFirst()).query()).isEqualTo("pri ces");
  }

  @Test
  void retiredAssetsAreNeverRecommended() {
    bench.with(
        asset("draft", "Prices").status(AssetStatus.DRAFT),
        asset("archived", "Prices").status(AssetStatus.ARCHIVED),
        asset("expired", "Prices").expires(TODAY),
        asset("live", "Prices of today").expires(TODAY.plusDays(1)));
    assertThat(Bench.ids(bench.ask("prices", DealContext.EMPTY, 10))).containsExactly("live");
    assertThat(Bench.ids(bench.ask("", DealContext.EMPTY, 10))).containsExactly("live");
  }

  @Test
  void whatWasRetiredAMomentAgoIsNotShownAnyMore() {
    bench.with(asset("a", "Prices for teams"), asset("b", "Storm reports"));
    assertThat(Bench.ids(bench.ask("", DealContext.EMPTY, 10))).hasSize(2);
    bench.library.putUnheard(asset("a", "Prices for teams").status(AssetStatus.ARCHIVED));
    assertThat(Bench.ids(bench.ask("", DealContext.EMPTY, 10))).containsExactly("b");
  }

  @Test
  void ofASearchOnlyWhatItFoundIsShown() {
    smallLibrary();
    var request = Bench.request("planning board", Bench.at(JourneyStage.DECISION), 4);
    var found = List.of(new AssetId("trend-report"), new AssetId("product-tour"));
    assertThat(Bench.ids(bench.recommender.recommend(request.among(found))))
        .containsExactly("product-tour", "trend-report");
    assertThat(Bench.ids(bench.recommender.recommend(request.among(List.of())))).isEmpty();
  }

  @Test
  void whoAsksForAnotherOrderGetsIt() {
    smallLibrary();
    var request = Bench.request("planning board", DealContext.EMPTY, 2);
    var order =
        List.of(new AssetId("first-weeks"), new AssetId("product-tour"), new AssetId("price-list"));
    var slate = bench.recommender.recommend(request.inOrder(order));
    assertThat(Bench.ids(slate)).containsExactly("first-weeks", "product-tour");
    assertThat(((SlateServed) bench.logged.getFirst()).items())
        .extracting(item -> item.position())
        .containsExactly(1, 2);
  }

  @Test
  void theLogKeepsWhatWasTypedThoughSomethingElseIsShown() {
    smallLibrary();
    var request = Bench.request("planning board", DealContext.EMPTY, 2);
    bench.recommender.recommend(request.insteadOf("type:webinar planning board"));
    assertThat(((SlateServed) bench.logged.getFirst()).query())
        .isEqualTo("type:webinar planning board");
  }

  @Test
  void internalContentIsForInternalAudiencesOnly() {
    bench.with(
        asset("battlecard", "How to win against Acme").type(ContentType.BATTLECARD).internal(),
        asset("comparison", "Acme compared").type(ContentType.COMPARISON));
    var request = Bench.request("acme", Bench.at(JourneyStage.DECISION), 5);
    assertThat(Bench.ids(bench.recommender.recommend(Bench.buyerSafe(request))))
        .containsExactly("comparison");
    assertThat(Bench.ids(bench.recommender.recommend(request)))
        .containsExactlyInAnyOrder("battlecard", "comparison");
  }

  @Test
  void internalContentIsNeverOfferedForSending() {
    bench.with(asset("battlecard", "How to win").internal(), asset("comparison", "Compared"));
    assertThat(bench.ask("", DealContext.EMPTY, 5).items())
        .allSatisfy(
            item ->
                assertThat(item.sendable())
                    .isEqualTo(item.asset().id().value().equals("comparison")));
  }

  @Test
  void whatTheBuyerHasAlreadyGoesDownAndSaysSo() {
    smallLibrary();
    bench.received.put(new AssetId("price-list"), Instant.parse("2026-05-03T10:00:00Z"));
    var slate = bench.ask("", Bench.at(JourneyStage.DECISION), 4);
    var sent =
        slate.items().stream()
            .filter(item -> item.asset().id().value().equals("price-list"))
            .findFirst()
            .orElseThrow();
    assertThat(sent.position()).isGreaterThan(1);
    assertThat(sent.alreadySent()).isEqualTo(Instant.parse("2026-05-03T10:00:00Z"));
    assertThat(sent.reasons().getFirst().text()).isEqualTo("Already sent on 3 May 2026");
  }

  @Test
  void aSlateIsLoggedWithPositionsFeaturesAndProbabilitiesBeforeItIsReturned() {
    smallLibrary();
    var slate = bench.ask("prices", Bench.at(JourneyStage.DECISION), 3);
    var served = (SlateServed) bench.logged.getFirst();
    assertThat(served.slate()).isEqualTo(slate.id());
    assertThat(served.rep()).isEqualTo(Bench.REP);
    assertThat(served.query()).isEqualTo("prices");
    assertThat(served.model()).isEqualTo("prior-3");
    assertThat(served.items()).hasSize(3);
    for (int i = 0; i < 3; i++) {
      var item = served.items().get(i);
      assertThat(item.position()).isEqualTo(i + 1);
      assertThat(item.asset()).isEqualTo(slate.items().get(i).asset().id());
      assertThat(item.selectionProbability()).isEqualTo(1);
      assertThat(item.score()).isEqualTo(slate.items().get(i).score());
      assertThat(item.features()).isEqualTo(slate.items().get(i).features()).isNotEmpty();
    }
  }

  @Test
  void whileWordsAreTypedNothingIsLoggedAndNothingIsMissingForLater() {
    smallLibrary();
    var draft = bench.recommender.draft(Bench.request("pri", Bench.at(JourneyStage.DECISION), 3));
    assertThat(bench.logged).isEmpty();
    assertThat(draft.served().slate()).isEqualTo(draft.slate().id());
    assertThat(draft.served().query()).isEqualTo("pri");
    assertThat(draft.served().items())
        .extracting(item -> item.asset().value())
        .containsExactlyElementsOf(Bench.ids(draft.slate()));
  }

  @Test
  void whatCouldNotBeLoggedIsNotShown() {
    smallLibrary();
    bench.logFails = new IllegalStateException("disk full");
    assertThatThrownBy(() -> bench.ask("prices", DealContext.EMPTY, 3))
        .isInstanceOf(SlateNotLoggedException.class)
        .hasRootCauseMessage("disk full");
    bench.logFails = null;
    bench.logRefuses = "query: too long";
    assertThatThrownBy(() -> bench.ask("prices", DealContext.EMPTY, 3))
        .isInstanceOf(SlateNotLoggedException.class)
        .hasMessageContaining("query: too long");
  }

  @Test
  void withoutSearchTheLabelsStillAnswerAndTheSlateSaysItIsDegraded() {
    smallLibrary();
    bench.library.searchFails = true;
    var slate = bench.ask("prices", Bench.at(JourneyStage.DECISION), 2);
    assertThat(slate.degraded()).isTrue();
    assertThat(Bench.ids(slate)).startsWith("price-list");
  }

  @Test
  void aRehearsalLeavesNoTrace() {
    smallLibrary();
    var slate =
        bench.recommender.rehearse(
            Bench.request("prices", DealContext.EMPTY, 3), new Bench.Models().prior());
    assertThat(slate.items()).hasSize(3);
    assertThat(bench.logged).isEmpty();
  }

  @Test
  void everySlateHasItsOwnName() {
    smallLibrary();
    var names =
        java.util.stream.Stream.generate(() -> bench.ask("", DealContext.EMPTY, 1).id())
            .limit(500)
            .toList();
    assertThat(names).doesNotHaveDuplicates();
    assertThat(names).allMatch(name -> java.util.UUID.fromString(name).version() == 7);
  }

  @Test
  void versionsOfOneThingComeOnce() {
    bench.with(
        asset("overview-2024", "Product overview 2024").published(TODAY.minusYears(2)),
        asset("overview-2026", "Product Overview 2026 (final)").published(TODAY.minusMonths(1)),
        asset("other", "Storm response explained"));
    assertThat(Bench.ids(bench.ask("", DealContext.EMPTY, 5)))
        .containsExactlyInAnyOrder("overview-2026", "other");
  }

  @Test
  void aNewAssetIsRecommendedAtOnce() {
    smallLibrary();
    assertThat(Bench.ids(bench.ask("heat pumps", DealContext.EMPTY, 1))).doesNotContain("heat");
    bench.with(asset("heat", "Heat pumps explained"));
    assertThat(Bench.ids(bench.ask("heat pumps", DealContext.EMPTY, 1))).containsExactly("heat");
  }

  @Test
  void theSameQuestionGetsTheSameAnswer() {
    smallLibrary();
    var deal = Bench.deal(JourneyStage.DECISION, "Utilities", List.of(), List.of(), "needs prices");
    assertThat(Bench.ids(bench.ask("board", deal, 4)))
        .isEqualTo(Bench.ids(bench.ask("board", deal, 4)));
  }
}
