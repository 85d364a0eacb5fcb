package dev.tandem.recommendation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedTextTest {

  @ParameterizedTest(name = "{0} | {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Six handovers    | Six handovers From square to repaired     | From square to repaired
          Six handovers    | Six [handovers] · From [square] to repair | From [square] to repair
          An alarm         | AN [alarm is] not a repair                | [is] not a repair
          Six handovers    | Five handovers from square                | Five handovers from square
          Six handover     | Six handovers from square                 | Six handovers from square
          Six handovers    | Six handovers                             | Six handovers
          Six handovers    | Six                                       | Six
          """)
  void aHeadingIsNotSaidTwice(String heading, String text, String left) {
    assertThat(MarkedText.without(heading, marked(text))).isEqualTo(marked(left));
  }

  private static String marked(String text) {
    return text.replace('[', '\uE000').replace(']', '\uE001');
  }
}
