package dev.tandem.library.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.library.AssetEditing;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.library.LibraryAlone;
import dev.tandem.library.NearCopies;
import dev.tandem.library.intake.FolderImport;
import dev.tandem.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NearCopiesTest {
  private static final AssetId GUIDE = new AssetId("guide"), COPY = new AssetId("copy");

  private final LibraryAlone library;
  private final FolderImport imports;
  private final Assets assets;
  private final AssetEditing editing;
  private final Sketches kept;

  NearCopiesTest(@TempDir Path home, DataSource source) {
    library = new LibraryAlone(home, source);
    imports = library.get(FolderImport.class);
    assets = library.get(Assets.class);
    editing = library.get(AssetEditing.class);
    kept = new JdbcSketches(new JdbcTemplate(source));
  }

  @AfterAll
  void close() {
    library.close();
  }

  private static String text(String head, String topic, int sentences) {
    return head
        + IntStream.range(0, sentences)
            .mapToObj(i -> "Point %d of %s says that step %d comes first.".formatted(i, topic, i))
            .collect(Collectors.joining("\n\n"));
  }

  private void bring(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("manifest.csv"),
        "id,path,title\nguide,guide.md,Field guide\ncopy,copy.md,What technicians need\n"
            + "else,else.md,Field guide for managers\n");
    imports.run(folder, Optional.empty(), null, (done, total) -> {});
  }

  @Test
  void copiesAreRecognisedByTheirTextWhateverTheirTitles(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("guide.md"), text("# Field guide\n\n", "repair", 60));
    Files.writeString(
        folder.resolve("copy.md"), text("# What technicians need\n\nNew.\n\n", "repair", 57));
    Files.writeString(folder.resolve("else.md"), text("# Field guide\n\n", "budgets", 60));
    bring(folder);
    var copies = copies();
    assertThat(copies.sayTheSame(GUIDE, COPY)).isTrue();
    assertThat(copies.sayTheSame(GUIDE, new AssetId("else"))).isFalse();
    assertThat(copies.of(GUIDE, 5))
        .singleElement()
        .satisfies(
            copy -> {
              assertThat(copy.asset()).isEqualTo(COPY);
              assertThat(copy.resemblance()).isBetween(0.85, 0.99);
            });
    assertThat(copies.among(Set.of(GUIDE, COPY, new AssetId("else"))))
        .containsOnlyKeys(GUIDE, COPY)
        .containsEntry(GUIDE, copies.of(GUIDE, 5));
    assertThat(copies.among(Set.of(GUIDE, new AssetId("else")))).isEmpty();

    Files.writeString(folder.resolve("copy.md"), text("# Rewritten\n\n", "something else", 60));
    bring(folder);
    copies.catchUp();
    assertThat(copies.sayTheSame(GUIDE, COPY)).isFalse();
    assertThat(copies().of(GUIDE, 5)).as("after a restart, from what was kept").isEmpty();

    editing.delete(GUIDE, null);
    copies.catchUp();
    assertThat(copies.of(GUIDE, 5)).isEmpty();
  }

  private NearCopies copies() {
    var copies = new SketchedCopies(assets, kept);
    copies.catchUp();
    return copies;
  }
}
