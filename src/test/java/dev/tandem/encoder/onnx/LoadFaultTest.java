package dev.tandem.encoder.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where the model cannot be loaded. */
class LoadFaultTest {
  private static final Throwable LINK_ERROR =
      new ExceptionInInitializerError(new UnsatisfiedLinkError("no onnxruntime in the path"));

  @TempDir private Path folder = Path.of("");

  @Test
  void aFullDiskIsNamedWithWhatItNeeds() {
    var temporary = Path.of("/small/tmp");
    assertThat(
            LoadFault.sentence(
                LINK_ERROR,
                List.of(folder, temporary),
                place -> place.equals(temporary) ? 3_900_000 : Long.MAX_VALUE))
        .contains("only 3 MB are free in " + temporary, "until 64 MB are free", "started again")
        .doesNotContain("onnxruntime");
  }

  @Test
  void whereThereIsRoomItSaysWhatTheEngineSaidAndHowToDoWithout() {
    assertThat(LoadFault.sentence(LINK_ERROR, List.of(folder), place -> Long.MAX_VALUE))
        .contains("no onnxruntime in the path", "TANDEM_ENCODER_ENABLED=false");
  }

  @Test
  void theRoomOfAFolderThatIsNotThereYetIsThatOfItsParent() {
    assertThat(LoadFault.sentence(LINK_ERROR, List.of(folder.resolve("not/yet"))))
        .isEqualTo(LoadFault.sentence(LINK_ERROR, List.of(folder)));
  }
}
