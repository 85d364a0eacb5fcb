package dev.tandem.library.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.taxonomy.VocabularyCandidates.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TitleNamesTest {
  private final TitleNames library =
      new TitleNames(
          List.of(
              "Borealis vs Quartzline: an honest look",
              "Borealis vs. Maple Desk",
              "Quartzline versus Borealis for small teams",
              "The best Ostrich alternatives in 2027",
              "How to migrate from Quartzline",
              "Five reasons why invoices bounce",
              "What is new in Ledger Cloud for accountants",
              "How to close the month with Ledger Cloud",
              "Getting more out of Ledger Cloud with rules"));

  @Test
  void whoIsComparedWithTheCompanyIsARivalAndTheCompanyItselfIsNot() {
    assertThat(library.rivals())
        .extracting(Candidate::name)
        .startsWith("Quartzline")
        .contains("Maple Desk", "Ostrich")
        .doesNotContain("Borealis");
  }

  @Test
  void aNameThatComesAgainInsideTitlesMayBeAProduct() {
    assertThat(library.products())
        .containsExactly(
            new Candidate("Ledger Cloud", 3, "What is new in Ledger Cloud for accountants"));
  }

  @Test
  void capitalLettersOfATitleInTitleCaseNameNothing() {
    var shouting =
        new TitleNames(
            List.of(
                "Why Modern Teams Need Better Tools",
                "How Modern Teams Ship",
                "What Modern Teams Read"));
    assertThat(shouting.products()).isEmpty();
    assertThat(shouting.rivals()).isEmpty();
  }
}
