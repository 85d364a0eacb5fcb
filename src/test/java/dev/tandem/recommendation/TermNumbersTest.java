package dev.tandem.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermNumbersTest {

  @ParameterizedTest(name = "{0}: {1} on an asset fits {2} of the deal: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INDUSTRY | Developer tool              | Developer tools         | true
          INDUSTRY | Cryptocurrency & blockchain | Cryptocurrency          | true
          INDUSTRY | Specialty retail            | Retail                  | true
          INDUSTRY | Artificial Intelligence     | AI                      | true
          INDUSTRY | ai                          | artificial intelligence | true
          INDUSTRY | Food and beverage           | Beverage                | true
          INDUSTRY | Transport and logistics     | Food and beverage       | false
          INDUSTRY | Insurance                   | Financial services      | false
          INDUSTRY | And                         | Insurance               | false
          INDUSTRY | Glass                       | Glas                    | false
          PERSONA  | Plant manager               | Manager                 | false
          PRODUCT  | Acme Dispatch               | Dispatch                | true
          REGION   | EMEA                        | DACH                    | true
          """)
  void labelsFitWhatADealNamesInOtherWords(
      Dimension dimension, String label, String wanted, boolean fits) {
    var numbers = new TermNumbers();
    int number = numbers.of(new Term(dimension, label));

    var matching = numbers.matching(dimension, List.of(new Term(dimension, wanted)));

    assertThat(matching.get(number)).isEqualTo(fits);
  }
}
