package dev.tandem.library.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.library.AssetEditing;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.library.LibraryAlone;
import dev.tandem.library.intake.FolderImport;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.VocabularyCandidates.Candidate;
import dev.tandem.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.class)
class LibraryCandidatesTest {
  @Test
  void aCustomerIsOfferedUntilItsStoriesBearItsName(
      @TempDir Path home, @TempDir Path folder, DataSource source) throws IOException {
    try (var library = new LibraryAlone(home, source)) {
      Files.writeString(folder.resolve("one.md"), "# How Nordwind Mills cut waste\n\nA story.\n");
      Files.writeString(
          folder.resolve("manifest.csv"),
          "id,path,type,tags\nnordwind,one.md,case_study,waste|mills\n");
      library.get(FolderImport.class).run(folder, Optional.empty(), null, (done, all) -> {});
      var assets = library.get(Assets.class);
      var candidates =
          new LibraryCandidates(
              assets, library.get(AssetEditing.class), library.get(Taxonomy.class));
      assertThat(candidates.customers())
          .containsExactly(new Candidate("Nordwind Mills", 1, "How Nordwind Mills cut waste"));

      assertThat(candidates.tagCustomer("Nordwind Mills", "ingrid")).isEqualTo(1);

      assertThat(assets.find(new AssetId("nordwind")).orElseThrow().tags())
          .containsExactly("waste", "mills", "Nordwind Mills");
      assertThat(candidates.customers()).isEmpty();
      assertThat(candidates.tagCustomer("Nordwind Mills", "ingrid")).isZero();
    }
  }
}
