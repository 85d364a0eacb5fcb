package dev.tandem.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.tandem.library.AssetChange;
import dev.tandem.library.Assets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class LibrarySnapshotTest {

  /** A rep who asks while the program starts would else be told that nothing fits. */
  @Test
  void whoAsksWhileTheLibraryIsReadForTheFirstTimeWaitsForIt() throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var asset = TestAsset.asset("guide", "A guide").build(1L);
    var assets = mock(Assets.class);
    when(assets.changedAfter(anyLong(), anyInt()))
        .thenAnswer(
            _ -> {
              begun.countDown();
              goOn.await();
              return List.of(new AssetChange(1, asset.id(), asset));
            });
    var snapshot = new LibrarySnapshot(assets, new Bench.Vocabulary());
    var reading = new Thread(snapshot::published);
    reading.start();
    begun.await();

    var answer = new FutureTask<>(snapshot::published);
    var asking = new Thread(answer);
    asking.start();
    while (asking.getState() != Thread.State.WAITING && asking.isAlive()) Thread.onSpinWait();
    goOn.countDown();

    assertThat(answer.get()).extracting(each -> each.id().value()).containsExactly("guide");
    reading.join();
  }
}
