package dev.tandem.recommendation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.tandem.deals.DealContext;
import dev.tandem.deals.DealDescription;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.StageReading;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.Label;
import dev.tandem.recommendation.RecommendationRequest;
import dev.tandem.recommendation.Recommender;
import dev.tandem.recommendation.SimilarUse;
import dev.tandem.recommendation.Slate;
import dev.tandem.recommendation.SlateNotLoggedException;
import dev.tandem.search.AssetHits.Passage;
import dev.tandem.shared.Interval;
import dev.tandem.shared.Proportion;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class RecommendationControllerTest {
  private static final StageReading DECISION =
      new StageReading(JourneyStage.DECISION, StageReading.Basis.MAPPED);

  private final Recommender recommender = mock(Recommender.class);
  private final Opportunities opportunities = mock(Opportunities.class);
  private final MockMvcTester mvc =
      MockMvcTester.of(
          new RecommendationController(
              recommender,
              opportunities,
              () -> Optional.of(new User(new UserId("ann"), "Ann", Role.REP))));

  @BeforeEach
  void oneDealIsKnown() {
    var known = new OpportunityId("D1");
    when(opportunities.find(any())).thenReturn(Optional.empty());
    when(opportunities.find(known)).thenReturn(Optional.of(mock(Opportunity.class)));
    when(opportunities.contextOf(known)).thenReturn(context(DECISION, "Utilities", "stored notes"));
    when(opportunities.contextOf(any(DealDescription.class)))
        .thenAnswer(
            call -> {
              DealDescription words = call.getArgument(0);
              return context(
                  words.stage() == null ? StageReading.UNKNOWN : DECISION,
                  words.industry(),
                  words.notes());
            });
    when(recommender.recommend(any())).thenReturn(slate());
  }

  private static DealContext context(
      StageReading stage, @Nullable String industry, @Nullable String notes) {
    return new DealContext(
        null,
        stage,
        industry == null ? null : new Term(Dimension.INDUSTRY, industry),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        notes);
  }

  private static Slate slate() {
    var asset =
        new Asset(
            new AssetId("case-1"),
            1,
            1,
            Label.given("A case"),
            Label.given(""),
            Label.inferred(ContentType.CASE_STUDY, 0.7, "customer story"),
            List.of(Label.given(JourneyStage.DECISION)),
            List.of(),
            Label.given("en"),
            Label.given(Audience.INTERNAL),
            AssetStatus.PUBLISHED,
            "https://example.com/case",
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            Instant.EPOCH,
            Instant.EPOCH);
    return new Slate(
        "S-1",
        "prior-1",
        false,
        DECISION,
        List.of(
            new Slate.Item(
                1,
                asset,
                2.5,
                List.of(new Slate.Reason("stage_fit", "Made for the decision stage")),
                new Slate.Evidence(
                    9,
                    7,
                    12,
                    3,
                    2,
                    2,
                    1,
                    4,
                    new Interval(0.4, 0.9, 0.95),
                    new SimilarUse(
                        SimilarUse.Basis.STAGE,
                        "deals at the decision stage",
                        new Proportion(3, 6),
                        new Proportion(4, 5)),
                    new Slate.Origin(2, 1, 0.25)),
                List.of(new Passage(4, "Slide 4", "a \uE000case\uE001")),
                1,
                Map.of("stage_fit", 1.0),
                null)));
  }

  private MvcTestResult post(String json) {
    return mvc.post()
        .uri("/api/v1/recommendations")
        .contentType(MediaType.APPLICATION_JSON)
        .content(json)
        .exchange();
  }

  private RecommendationRequest asked() {
    var request = ArgumentCaptor.forClass(RecommendationRequest.class);
    verify(recommender).recommend(request.capture());
    return request.getValue();
  }

  @Test
  void theAnswerHasTheShapeOfTheContract() {
    assertThat(post("{}"))
        .hasStatusOk()
        .bodyJson()
        .isLenientlyEqualTo(
            """
            {"slate":"S-1","model":"prior-1","degraded":false,"stage":"decision",
             "stage_basis":"mapped",
             "items":[{"position":1,
               "asset":{"id":"case-1","title":"A case","type":"case_study","stages":["decision"],
                        "url":"https://example.com/case","audience":"internal","inferred":["type"]},
               "score":2.5,
               "reasons":[{"code":"stage_fit","text":"Made for the decision stage"}],
               "evidence":{"shown":9,"used":7,"opened":12,"sent":3,"buyer_read":2,
                 "deals_won":2,"deals_lost":1,"deals_open":4,
                 "similar_deals":{"basis":"stage","counted":6,"used":3,"colleagues":5},
                 "prior_share":0.75,"learned_share":0.25,
                           "interval":{"low":0.4,"high":0.9}},
               "pages":[{"page":4,"snippet":"a \\uE000case\\uE001"}],
               "selection_probability":1.0,"sendable":false}]}
            """);
  }

  @Test
  void nothingGivenAsksForFiveOfEverythingOnTheApiSurface() {
    assertThat(post("{}")).hasStatusOk();
    assertThat(asked().slots()).isEqualTo(5);
    assertThat(asked().surface()).isEqualTo(Surface.API);
    assertThat(asked().rep()).isEqualTo(new UserId("ann"));
    assertThat(asked().audiences()).containsExactlyInAnyOrder(Audience.values());
  }

  @Test
  void buyersGetNoInternalContent() {
    assertThat(post("{\"audience\":\"buyer\",\"surface\":\"sidebar\",\"limit\":3}")).hasStatusOk();
    assertThat(asked().audiences()).containsExactly(Audience.BUYER);
    assertThat(asked().surface()).isEqualTo(Surface.SIDEBAR);
    assertThat(asked().slots()).isEqualTo(3);
  }

  @Test
  void whatTheCallerSaysGoesBeyondWhatIsStored() {
    assertThat(post("{\"deal_id\":\"D1\",\"deal\":{\"industry\":\"Retail\"},\"query\":\"roi\"}"))
        .hasStatusOk();
    var deal = asked().deal();
    assertThat(deal.deal()).isEqualTo(new OpportunityId("D1"));
    assertThat(deal.industry()).isEqualTo(new Term(Dimension.INDUSTRY, "Retail"));
    assertThat(deal.stage()).isEqualTo(DECISION);
    assertThat(deal.notes()).isEqualTo("stored notes");
    assertThat(asked().query()).isEqualTo("roi");
  }

  @Test
  void anUnknownDealIsAnsweredAndSaidToBeUnknown() {
    assertThat(post("{\"deal_id\":\"D404\",\"deal\":{\"notes\":\"storm\"}}"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("notice")
        .asString()
        .contains("D404");
    assertThat(asked().deal().notes()).isEqualTo("storm");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"limit":0}
          {"limit":101}
          {"surface":"billboard"}
          {"audience":"everyone"}
          not json
          """)
  void wrongCallsAreRefused(String json) {
    assertThat(post(json)).hasStatus(400);
  }

  @Test
  void whatCouldNotBeLoggedIsNotAnswered() {
    when(recommender.recommend(any())).thenThrow(mock(SlateNotLoggedException.class));
    assertThat(post("{}")).hasStatus(503);
  }
}
