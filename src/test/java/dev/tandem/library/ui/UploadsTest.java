package dev.tandem.library.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.library.extraction.isolation.ExtractionSettings;
import dev.tandem.shared.TandemHome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class UploadsTest {
  private static final ExtractionSettings SMALL =
      new ExtractionSettings(
          1, DataSize.ofMegabytes(64), Duration.ofSeconds(1), DataSize.ofBytes(10), 10, 1);

  @TempDir private Path folder = Path.of("");
  private TandemHome home = new TandemHome(folder);

  @BeforeEach
  void makeHome() throws IOException {
    home = new TandemHome(folder);
    Files.createDirectories(home.data());
  }

  @Test
  void aFileThatIsTooLargeLeavesNothingBehind() throws IOException {
    var uploads = new Uploads(home, SMALL);
    assertThatThrownBy(() -> uploads.keep(new ByteArrayInputStream(new byte[11]), "big.pdf"))
        .isInstanceOf(Uploads.TooLarge.class)
        .hasMessageContaining("larger than 10 bytes");
    assertThat(home.data().resolve("uploads")).isEmptyDirectory();
  }

  @Test
  void whatASuddenEndLeftGoesToTheInbox() throws IOException {
    var uploads = new Uploads(home, SMALL);
    uploads.keep(new ByteArrayInputStream(new byte[] {1}), "deck.pptx");
    uploads.keep(new ByteArrayInputStream(new byte[] {2}), "deck.pptx");
    var _ = new Uploads(home, SMALL);
    try (var files = Files.list(home.inbox())) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .hasSize(2)
          .allMatch(name -> name.endsWith("deck.pptx"));
    }
  }

  @Test
  void onlyItsOwnFilesAreRemoved() throws IOException {
    var uploads = new Uploads(home, SMALL);
    var foreign = Files.writeString(folder.resolve("precious.txt"), "x");
    uploads.remove(foreign);
    assertThat(foreign).exists();
    var own = uploads.keep(new ByteArrayInputStream(new byte[] {1}), "a.txt");
    uploads.remove(own);
    assertThat(home.data().resolve("uploads")).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "report.pdf,report.pdf",
    "../../etc/passwd,passwd",
    "C:\\docs\\a.docx,a.docx",
    "'..',file",
    "'.hidden',hidden",
    "'a:b?.md',a_b_.md"
  })
  void namesComeWithoutFoldersAndDangerousSigns(String given, String kept) {
    assertThat(Uploads.safe(given)).isEqualTo(kept);
  }
}
