package dev.tandem.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SynonymChangesTest {
  @Test
  void spellingIsEvenedOutAndRepetitionsCountOnce() {
    var changes = SynonymChanges.parse("Go-Live,  launch , launch\n\ngo live, launch\n", "");
    assertThat(changes.added()).containsExactly("go live, launch");
  }

  @Test
  void oneNameAloneIsNoSynonym() {
    assertThatThrownBy(() -> SynonymChanges.parse("launch", ""))
        .hasMessageContaining("at least two");
  }

  @Test
  void theSameChangesHaveTheSameMarkInWhateverOrder() {
    var one = SynonymChanges.parse("a1, b1\nc1, d1", "e1, f1");
    assertThat(SynonymChanges.parse("c1, d1\na1, b1", "e1, f1").mark()).isEqualTo(one.mark());
    assertThat(SynonymChanges.parse("a1, b1\nc1, d1", "").mark()).isNotEqualTo(one.mark());
    assertThat(SynonymChanges.NONE.mark()).isEmpty();
  }
}
