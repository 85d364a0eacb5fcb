package dev.tandem.library.sources.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.library.sources.ContentSource;
import dev.tandem.library.sources.ContentSourceContract;
import dev.tandem.library.sources.SourceFailure;
import dev.tandem.library.sources.Told;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest extends ContentSourceContract {
  @TempDir Path folder;

  @Override
  protected void put(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.writeString(folder.resolve(path), text);
  }

  @Override
  protected void delete(String path) throws IOException {
    Files.delete(folder.resolve(path));
  }

  @Override
  protected ContentSource source() {
    return new FolderSource(folder, URI.create("https://files.example.com/mkt"));
  }

  @Test
  void hiddenFilesAndLinksStayOutside(@TempDir Path elsewhere) throws IOException {
    put(".git/config", "x");
    put("~$open.docx", "x");
    Files.writeString(elsewhere.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(folder.resolve("link.txt"), elsewhere.resolve("secret.txt"));
    assertThat(Told.by(source(), null).items).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsSaidAndIsNotEmpty() {
    var missing = new FolderSource(folder.resolve("not mounted"), null);
    assertThatThrownBy(() -> Told.by(missing, null)).isInstanceOf(SourceFailure.class);
  }
}
