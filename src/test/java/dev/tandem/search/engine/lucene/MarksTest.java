package dev.tandem.search.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarksTest {

  @ParameterizedTest(name = "[{index}] {0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'The <uptime,> they <promise>'  | 'The <uptime>, they <promise>'
          '<"Uptime> is it'               | '"<Uptime> is it'
          'a  line\u2028 break <here >.'  | 'a line break <here> .'
          '<5,000> seats'                 | '<5,000> seats'
          ' no mark '                     | 'no mark'
          '<…>'                           | '…<>'
          """)
  void marksStandAroundWordsAlone(String marked, String tidy) {
    assertThat(readable(Marks.tidy(unreadable(marked)))).isEqualTo(tidy);
  }

  private static String unreadable(String marked) {
    return marked.replace("<", Marks.BEGIN).replace(">", Marks.END);
  }

  private static String readable(String marked) {
    return marked.replace(Marks.BEGIN, "<").replace(Marks.END, ">");
  }
}
