package dev.tandem.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KinTest {
  @Test
  void anAssetIsHeldAsNearToNoneHoweverManyNeighboursItHas() {
    var kin = Kin.of(null, Map.of(new AssetId("a"), 0.9, new AssetId("b"), 0.5));
    double squares = kin.own() * kin.own();
    for (var near : kin.near()) squares += near.weight() * near.weight();
    assertThat(squares).isCloseTo(1, within(1e-9));
    assertThat(kin.near()).extracting(Kin.Near::asset).first().isEqualTo(new AssetId("a"));
    assertThat(Kin.NONE.own()).isEqualTo(1);
  }

  @Test
  void weightsThatLeaveNothingToTheAssetAreRefused() {
    assertThatThrownBy(() -> new Kin(null, List.of(new Kin.Near(new AssetId("a"), 1.2))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keysSpellNobodyOut() {
    assertThat(PersonKey.author(" Ada Lund ")).isEqualTo(PersonKey.author("ada lund"));
    assertThat(PersonKey.author("Ada Lund")).doesNotContainIgnoringCase("ada").hasSize(16);
    assertThat(PersonKey.rep(new UserId("ada")))
        .isNotEqualTo(PersonKey.author("ada"))
        .isNotEqualTo(PersonKey.rep(new UserId("eve")));
  }
}
