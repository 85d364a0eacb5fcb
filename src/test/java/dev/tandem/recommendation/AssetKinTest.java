package dev.tandem.recommendation;

import static dev.tandem.recommendation.TestAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import dev.tandem.encoder.NoMeaning;
import dev.tandem.learning.Documents;
import dev.tandem.learning.Estimate;
import dev.tandem.learning.Kin;
import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.LinearPrior;
import dev.tandem.learning.ModelDocument.Kinship;
import dev.tandem.library.AssetId;
import dev.tandem.search.AssetIndexers;
import dev.tandem.search.AssetSearch;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AssetKinTest {
  private static final AssetId STORM = new AssetId("storm");

  private final Bench bench =
      new Bench()
          .with(
              asset("storm", "Storm response plans for utilities"),
              asset("flood", "Storm and flood response plans for utilities"),
              asset("payroll", "Payroll across nineteen countries"));

  private AssetKin kin(AssetSearch search) {
    bench.snapshot.published();
    return new AssetKin(
        bench.library,
        AssetIndexers.neighbours(search, new NoMeaning()),
        bench.snapshot,
        bench.models);
  }

  private AssetTraits storm() {
    return Objects.requireNonNull(bench.snapshot.find(STORM));
  }

  private void aModelAsks() {
    bench.models.learned =
        new LearnedModel(
            Documents.document("m", Map.of(), Map.of())
                .with(new Kinship(Map.of("flood", new Estimate(1, 0.1)), Map.of())),
            new LinearPrior());
  }

  @Test
  void textsOnTheSameMatterAreNear() {
    assertThat(kin(bench.library).anew(STORM).near())
        .extracting(Kin.Near::asset)
        .containsExactly(new AssetId("flood"));
  }

  @Test
  void nothingIsLookedUpWhileNoModelAsks() {
    assertThat(kin(bench.library).ifKnown(storm())).isEqualTo(Kin.NONE);
  }

  @Test
  void aRequestDoesNotWaitButTheNextOneKnows() {
    aModelAsks();
    var kin = kin(bench.library);
    assertThat(kin.ifKnown(storm())).isEqualTo(Kin.NONE);
    await().untilAsserted(() -> assertThat(kin.ifKnown(storm()).near()).hasSize(1));
  }

  @Test
  void whatWasChangedIsLookedUpAgain() {
    aModelAsks();
    var kin = kin(bench.library);
    kin.anew(STORM);
    bench.with(asset("storm", "Payroll across nineteen countries and more"));
    bench.snapshot.published();
    await()
        .untilAsserted(
            () ->
                assertThat(kin.ifKnown(storm()).near())
                    .extracting(Kin.Near::asset)
                    .containsExactly(new AssetId("payroll")));
  }

  @Test
  void aSearchThatFailsCostsNothingButTheKin() {
    var broken = mock(AssetSearch.class);
    doThrow(new IllegalStateException("closed")).when(broken).search(any());
    assertThat(kin(broken).anew(STORM)).isEqualTo(Kin.NONE);
  }
}
