package dev.tandem.recommendation;

import static dev.tandem.taxonomy.ContentType.CASE_STUDY;
import static dev.tandem.taxonomy.JourneyStage.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.taxonomy.JourneyStage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a seller would expect of {@link ThreeCompanies}. */
class RelevanceTest {
  private static final Bench BENCH = ThreeCompanies.bench();

  @ParameterizedTest(name = "“{0}” at {1}, {2}, {3}, {4}: {5}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          prices                                   | -             | -          | Paywise | -        | pay-prices
          penetration test                         | DECISION      | -          | Paywise | -        | pay-security
          how much does it cost for each practitioner | -          | -          | -       | -        | med-prices
          case study returns                       | -             | -          | -       | -        | bot-case-fashion
          gdpr patient data                        | CONSIDERATION | Healthcare | -       | -        | med-privacy
          integration with warehouse software      | CONSIDERATION | -          | Pickarm | -        | bot-webinar
          no-shows                                 | DECISION      | Healthcare | Visitly | -        | med-case-clinic
          no-shows                                 | AWARENESS     | Healthcare | Visitly | -        | med-blog
          -                                        | DECISION      | Retail     | Paywise | -        | pay-case-retail
          -                                        | DECISION      | Pharma     | Pickarm | -        | bot-case-pharma
          -                                        | DECISION      | Healthcare | Visitly | -        | med-case-clinic
          -                                        | CONSIDERATION | -          | Paywise | Gusty    | pay-vs-gusty
          -                                        | CONSIDERATION | -          | Paywise | Ledgerly | pay-vs-ledgerly
          -                                        | DECISION      | -          | Paywise | Ledgerly | pay-card-ledgerly
          wie sicher ist der pickarm               | -             | -          | -       | -        | bot-safety-de
          Retouren im Handel                       | DECISION      | Retail     | Pickarm | -        | bot-case-fashion-de
          """)
  void bestAssetComesFirst(
      String need,
      JourneyStage stage,
      String industry,
      String product,
      String competitor,
      String expected) {
    var deal = Bench.deal(stage, industry, list(product), list(competitor), null);
    assertThat(Bench.ids(BENCH.ask(need == null ? "" : need, deal, 5))).startsWith(expected);
  }

  @ParameterizedTest(name = "{0} at {1}: among the first three {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The CFO wants to see the payback before she signs.            | DECISION      | Paywise | pay-roi
          They run Ledgerly today and complain about its support.       | CONSIDERATION | Paywise | pay-vs-ledgerly
          Works council asks about the emergency stop and standards.    | DECISION      | Pickarm | bot-safety
          Their IT asks whether it talks to their records system, FHIR. | CONSIDERATION | Visitly | med-integration
          """)
  void theNotesAreHeard(String notes, JourneyStage stage, String product, String expected) {
    var deal = Bench.deal(stage, null, List.of(product), List.of(), notes);
    assertThat(Bench.ids(BENCH.ask("", deal, 3))).contains(expected);
  }

  @Test
  void aDealNearItsDecisionAlwaysSeesProof() {
    for (var product : List.of("Paywise", "Pickarm", "Visitly")) {
      var deal = Bench.deal(DECISION, null, List.of(product), List.of(), null);
      assertThat(BENCH.ask("", deal, 5).items())
          .extracting(item -> item.asset().type().value())
          .contains(CASE_STUDY);
    }
  }

  @Test
  void aSlateForADealStaysWithItsProductWhereThatHasContentForTheStage() {
    for (var stage : List.of(AWARENESS, CONSIDERATION, DECISION)) {
      var deal = Bench.deal(stage, null, List.of("Visitly"), List.of(), null);
      assertThat(Bench.ids(BENCH.ask("", deal, 3))).allMatch(id -> id.startsWith("med-"));
    }
  }

  private static List<String> list(String... names) {
    return Arrays.stream(names).filter(java.util.Objects::nonNull).toList();
  }
}
