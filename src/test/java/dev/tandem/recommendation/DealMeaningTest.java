package dev.tandem.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.encoder.Embedding;
import dev.tandem.encoder.NoMeaning;
import dev.tandem.encoder.TopicEncoder;
import dev.tandem.search.AssetQuery.Clue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DealMeaningTest {
  private static final Clue HOSPITAL = new Clue("Hospital", 1);
  private static final Clue SWITCH = new Clue("Switch", 0.2);

  private final TopicEncoder encoder = new TopicEncoder();

  @Test
  void notesAloneMeanWhatTheySay() {
    assertThat(deal(List.of(), "they fear a breach")).isEqualTo(meaning("security"));
  }

  @Test
  void notesAndTermsPullAlike() {
    var deal = deal(List.of(HOSPITAL), "they fear a breach");
    assertThat(deal.cosine(meaning("security")))
        .isCloseTo(deal.cosine(meaning("hospital")), within(0.001))
        .isGreaterThan(deal.cosine(meaning("price")));
  }

  @Test
  void aTermOfLessWeightPullsLess() {
    var deal = deal(List.of(HOSPITAL, SWITCH), null);
    assertThat(deal.cosine(meaning("hospital"))).isGreaterThan(deal.cosine(meaning("migration")));
  }

  @Test
  void whereNothingIsToldNothingIsMeant() {
    assertThat(new DealMeaning(encoder).of(List.of(), " ")).isEmpty();
  }

  @Test
  void withoutAnEncoderNothingIsMeant() {
    assertThat(new DealMeaning(new NoMeaning()).of(List.of(HOSPITAL), "breach")).isEmpty();
  }

  private Embedding deal(List<Clue> terms, @Nullable String notes) {
    return new DealMeaning(encoder).of(terms, notes).orElseThrow();
  }

  private Embedding meaning(String text) {
    return encoder.query(text).orElseThrow();
  }
}
