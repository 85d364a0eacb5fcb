package dev.tandem.library.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableTextTest {
  @ParameterizedTest(name = "{0} reads {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Edition | Price;Edition · Price
          Rule| | Text;Rule · Text
          ' | | Yes; customers informed|';'Yes; customers informed'
          no cells here;no cells here\
          """,
      quoteCharacter = '\'')
  void cellsOfARow(String text, String read) {
    assertThat(ReadableText.of(text)).isEqualTo(read);
  }
}
