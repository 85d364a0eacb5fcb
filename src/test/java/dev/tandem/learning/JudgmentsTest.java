package dev.tandem.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgmentsTest {
  @Test
  void tabsSpacesAndEmptyLinesAreFine() {
    var judgments = Judgments.parse(List.of("\uFEFFS1 0 a 3", "", "S1\t0\tb  0", "S2 0 a 1"));
    assertThat(judgments.situations()).containsExactly("S1", "S2");
    assertThat(judgments.of("S1")).containsEntry("a", 3).containsEntry("b", 0).hasSize(2);
    assertThat(judgments.of("S9")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          S1 0 b       | line 2: expected 'situation 0 asset grade'
          S1 0 b good  | line 2: the grade is no whole number: good
          S1 0 b 4     | line 2: grades go from 0 to 3: 4
          S1 0 b -1    | line 2: grades go from 0 to 3: -1
          S1 0 a 2     | line 2: a was judged 3 before, now 2
          """)
  void aBadLineIsNamedWithItsNumber(String line, String problem) {
    assertThatThrownBy(() -> Judgments.parse(List.of("S1 0 a 3", line)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }
}
