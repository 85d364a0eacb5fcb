package dev.tandem.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.shared.StartRefusedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFolderTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aFolderWithoutASampleIsRefusedByName() {
    assertThatThrownBy(() -> SampleFolder.find(folder.toString()))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining(folder.toString());
  }

  @Test
  void aBrokenDescriptionIsRefusedByName() throws IOException {
    Files.writeString(folder.resolve("sample.json"), "{\"name\": \"X\", \"anchor\": \"May\"}");
    assertThatThrownBy(() -> SampleFolder.find(folder.toString()))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("sample.json");
  }

  @Test
  void onlyDatesMoveAndEverythingElseStays() throws IOException {
    var sample = SmallSample.write(folder);
    try (var shifted = new ShiftedFiles(-366)) {
      assertThat(Files.readString(shifted.table(sample.deals())))
          .contains("T-1,\"Mill, new drawers\",Prospecting,anna.berg,2023-05-20,,open,")
          .contains("\"Says \"\"later\"\"\"")
          .contains("2023-01-09,2023-04-01,won");
      assertThat(Files.readAllLines(shifted.events(sample.events())))
          .hasSize(3)
          .first()
          .asString()
          .contains("\"at\":\"2023-05-30T09:00:00Z\"", "\"selection_probability\":1");
    }
  }

  @Test
  void eventsMayBeCompressed() throws IOException {
    var sample = SmallSample.write(folder);
    var plain = Files.readString(sample.events());
    Files.delete(sample.events());
    try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("events.jsonl.gz")))) {
      out.write(plain.getBytes(StandardCharsets.UTF_8));
    }
    try (var shifted = new ShiftedFiles(1)) {
      assertThat(Files.readString(shifted.events(sample.events())))
          .contains("\"at\":\"2024-05-31T09:00:09Z\"");
    }
  }
}
