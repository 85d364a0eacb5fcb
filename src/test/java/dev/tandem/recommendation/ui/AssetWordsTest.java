package dev.tandem.recommendation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.recommendation.Slate.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssetWordsTest {
  private static final Reason STAGE = new Reason("stage_fit", "Made for the awareness stage");
  private static final Reason USE = new Reason("similar_use", "Used on 13 of 14 deals");

  @Test
  void theMainReasonSaysMoreThanTheStageOfTheCard() {
    assertThat(AssetWords.main(List.of(STAGE, USE))).contains(USE);
  }

  @Test
  void theStageIsTheMainReasonWhereThereIsNoOther() {
    assertThat(AssetWords.main(List.of(STAGE))).contains(STAGE);
    assertThat(AssetWords.main(List.of())).isEmpty();
  }
}
