package dev.tandem.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SituationKindsTest {
  @ParameterizedTest(name = "“{0}” for a deal at {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          price list energy sector        | -        | keywords
          how long does it take to go live | -       | sentence
          price list                      | decision | words for a deal
          -                               | decision | deal without words
          -                               | -        | nothing asked
          """)
  void theFormIsReadFromTheSituationItself(
      @Nullable String query, @Nullable String stage, String form) {
    assertThat(SituationKinds.of(situation(query, stage, null))).containsEntry("form", form);
  }

  @Test
  void theLanguageIsThatOfTheWords() {
    assertThat(SituationKinds.of(situation("wie sicher ist der Zugang", null, null)))
        .containsEntry("language", "de");
    assertThat(SituationKinds.of(situation("battlecard", null, null)))
        .containsEntry("language", "unknown");
  }

  @Test
  void theAuthorsOwnKindIsKept() {
    assertThat(SituationKinds.of(situation("price", null, "pricing")))
        .containsEntry("kind", "pricing");
    assertThat(SituationKinds.of(situation("price", null, null))).doesNotContainKey("kind");
  }

  private static EvaluationSituation situation(
      @Nullable String query, @Nullable String stage, @Nullable String kind) {
    var deal =
        stage == null
            ? DescribedDeal.NOTHING
            : new DescribedDeal(null, null, null, null, null, stage, null, null, null, null);
    return new EvaluationSituation("S1", query == null ? "" : query, deal, kind);
  }
}
