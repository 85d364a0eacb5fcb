package dev.tandem.library.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.library.Asset;
import dev.tandem.library.Assets;
import dev.tandem.library.LibraryAlone;
import dev.tandem.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@ExtendWith(TestDatabase.class)
class InboxTest {
  private static final String TEXT =
      "# Why ledgers drift\n\nFive reasons, each with what to do about it, and one that hurts.\n";

  private final SwitchedDatabase database;
  private final LibraryAlone library;
  private final Inbox inbox;
  private final Path folder;

  InboxTest(@TempDir Path home, DataSource source, JdbcClient jdbc) throws IOException {
    jdbc.sql("truncate asset cascade").update();
    database = new SwitchedDatabase(source);
    library = new LibraryAlone(home, database);
    inbox = library.get(Inbox.class);
    folder = Files.createDirectories(home.resolve("data/inbox"));
  }

  @AfterEach
  void close() {
    library.close();
  }

  @Test
  void aFileIsTakenWhenItHasNotChangedBetweenTwoLooks() throws IOException {
    var file = drop("ledgers.md", TEXT);
    inbox.look();
    assertThat(assets()).as("it may still be growing").isEmpty();
    Files.writeString(file, TEXT + "One more.\n");
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
    inbox.look();
    assertThat(assets()).as("it was growing").isEmpty();
    inbox.look();
    assertThat(assets()).extracting(Asset::sourcePath).containsExactly("inbox/ledgers.md");
    assertThat(names("done")).containsExactly("ledgers.md");
    assertThat(file).doesNotExist();
  }

  @Test
  void aFileOfTheSameNameIsTheNextVersionOfTheSameAsset() throws IOException {
    take("ledgers.md", TEXT);
    take("ledgers.md", TEXT + "A sixth reason was found.\n");
    assertThat(assets()).extracting(Asset::version).containsExactly(2);
    assertThat(names("done")).containsExactly("2-ledgers.md", "ledgers.md");
  }

  @Test
  void whatCannotBeReadLiesBesideTheReason() throws IOException {
    take("empty.md", "");
    assertThat(assets()).isEmpty();
    assertThat(names("rejected")).containsExactly("empty.md", "empty.md.reason.txt");
    assertThat(folder.resolve("rejected/empty.md.reason.txt")).content().contains("empty");
  }

  @Test
  void aTwinOfAnAssetIsRejectedAndTheAssetNamed() throws IOException {
    take("ledgers.md", TEXT);
    take("copy of ledgers.md", TEXT);
    assertThat(assets()).hasSize(1);
    assertThat(folder.resolve("rejected/copy of ledgers.md.reason.txt"))
        .content()
        .contains("'" + assets().getFirst().id() + "'");
  }

  @Test
  void hiddenFilesAndFoldersAreLeftAlone() throws IOException {
    drop(".ledgers.md.part", TEXT);
    Files.createDirectories(folder.resolve("drafts"));
    inbox.look();
    inbox.look();
    assertThat(assets()).isEmpty();
    assertThat(names("")).containsExactly(".ledgers.md.part", "drafts");
  }

  @Test
  void aFileThatCameWhileTheDatabaseWasAwayIsTakenWhenItIsBack() throws IOException {
    drop("ledgers.md", TEXT);
    inbox.look();
    database.away = true;
    inbox.look();
    assertThat(names("")).as("not the file's fault").containsExactly("ledgers.md");
    database.away = false;
    inbox.look();
    assertThat(assets()).hasSize(1);
    assertThat(names("done")).containsExactly("ledgers.md");
  }

  private void take(String name, String text) throws IOException {
    drop(name, text);
    inbox.look();
    inbox.look();
  }

  private Path drop(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private List<Asset> assets() {
    return library.get(Assets.class).all();
  }

  private List<String> names(String below) throws IOException {
    try (var entries = Files.list(folder.resolve(below))) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private static final class SwitchedDatabase extends DelegatingDataSource {
    private boolean away;

    SwitchedDatabase(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (away) throw new SQLException("connection refused", "08001");
      return super.getConnection();
    }
  }
}
