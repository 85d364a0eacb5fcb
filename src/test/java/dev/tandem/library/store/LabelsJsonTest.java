package dev.tandem.library.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Label;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A library of 100,000 is held in memory, and most of its labels are the same few. */
class LabelsJsonTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void assetsThatAreLabelledAlikeShareTheirLabels() {
    var one = read(labelled(Label.given(new Term(Dimension.INDUSTRY, "Health care"))));
    var other = read(labelled(Label.given(new Term(Dimension.INDUSTRY, "Health care"))));

    assertThat(one.terms().getFirst()).isSameAs(other.terms().getFirst());
    assertThat(one.type()).isSameAs(other.type());
    assertThat(one.language()).isSameAs(other.language());
  }

  @Test
  void twoSpellingsOfOneTermStayAsTheyWereWritten() {
    read(labelled(Label.given(new Term(Dimension.INDUSTRY, "Health care"))));
    var hyphened = read(labelled(Label.given(new Term(Dimension.INDUSTRY, "health-care"))));

    assertThat(hyphened.terms().getFirst().value().label()).isEqualTo("health-care");
  }

  @Test
  void aLabelKeepsWhatItRestsOn() {
    var industry = new Term(Dimension.INDUSTRY, "Retail");
    var first = read(labelled(Label.inferred(industry, 0.8, "for retailers")));
    var second = read(labelled(Label.inferred(industry, 0.8, "in every shop")));

    assertThat(first.terms().getFirst().basis()).isEqualTo("for retailers");
    assertThat(second.terms().getFirst().basis()).isEqualTo("in every shop");
  }

  private static Asset labelled(Label<Term> term) {
    return AssetDraft.of(new AssetId("a-1"), Instant.EPOCH)
        .type(Label.given(ContentType.CASE_STUDY))
        .language(Label.given("en"))
        .terms(List.of(term))
        .build(Instant.EPOCH, 1);
  }

  private static Asset read(Asset written) {
    var draft = AssetDraft.of(new AssetId("a-2"), Instant.EPOCH);
    JSON.readValue(JSON.writeValueAsString(LabelsJson.of(written)), LabelsJson.class).into(draft);
    return draft.build(Instant.EPOCH, 2);
  }
}
