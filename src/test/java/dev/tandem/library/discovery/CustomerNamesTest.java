package dev.tandem.library.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerNamesTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          How Acme cut its invoices by half           | Acme
          How Nordwind Mills Saved Two Days a Week    | Nordwind Mills
          Two days saved: how Nordwind gets paid      | Nordwind
          Wie Nordwind Mühlen schneller abrechnet     | Nordwind Mühlen
          Acme customer story                         | Acme
          Case study: Nordwind Mills                  | Nordwind Mills
          Fallstudie: Acme                            | Acme
          Nordwind Mills: a ledger that closes itself | Nordwind Mills
          """)
  void theCustomerOfAStory(String title, String customer) {
    assertThat(CustomerNames.in(title)).contains(customer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How to close the month",
        "Five hidden faults: what we found",
        "A customer story about patience",
        "Case study",
        "Why invoices bounce"
      })
  void titlesThatNameNobody(String title) {
    assertThat(CustomerNames.in(title)).isEmpty();
  }
}
