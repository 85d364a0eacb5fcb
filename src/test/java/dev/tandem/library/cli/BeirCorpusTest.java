package dev.tandem.library.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeirCorpusTest {
  @TempDir private Path beir;
  private Path files = Path.of("");

  @BeforeEach
  void folders(@TempDir Path empty) {
    files = empty;
  }

  private BeirCorpus unpack(String corpus) throws IOException {
    Files.writeString(beir.resolve("corpus.jsonl"), corpus);
    return BeirCorpus.unpack(beir, files);
  }

  @Test
  void everyDocumentBecomesAFileUnderItsOwnId() throws IOException {
    var corpus =
        unpack(
            """
            {"_id": "MED-10", "title": "Statins, \\"again\\"", "text": "Use after diagnosis.", "metadata": {}}
            {"_id": "4983", "title": "", "text": "Without a title."}
            """);
    assertThat(corpus.documents()).isEqualTo(2);
    assertThat(corpus.problems()).isEmpty();
    assertThat(files.resolve("MED-10.txt")).content().contains("again", "Use after diagnosis.");
    assertThat(files.resolve("manifest.csv"))
        .content()
        .contains("MED-10,MED-10.txt,\"Statins, \"\"again\"\"\"", "4983,4983.txt,");
  }

  @Test
  void badLinesAreNamed() throws IOException {
    assertThat(
            unpack(
                    """
                    {"_id": "a", "title": "A", "text": ""}
                    {"_id": "a", "title": "Again", "text": ""}
                    {"_id": "../a", "title": "Elsewhere", "text": ""}
                    {"_id": "b"}
                    not json
                    """)
                .problems())
        .satisfiesExactly(
            again -> assertThat(again).contains("line 2: the document a came before"),
            id -> assertThat(id).contains("line 3: an asset id has"),
            empty -> assertThat(empty).contains("line 4: b has neither a title nor a text"),
            json -> assertThat(json).contains("line 5: "));
  }

  @Test
  void anotherFolderIsNoCollection() {
    assertThatThrownBy(() -> BeirCorpus.unpack(files, files))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is this a BEIR folder?");
  }
}
