package dev.tandem.library.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.Assets;
import dev.tandem.library.sources.SourceItem.Rights;
import dev.tandem.taxonomy.Audience;
import dev.tandem.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class SourceSyncTest {
  @TempDir Path home;
  private final DataSource database;
  private final JdbcClient jdbc;
  private final Shelf shelf = new Shelf();
  private SourcesAlone program;
  private Assets assets;

  /** A source whose files lie in memory: text by key. */
  private static final class Shelf implements ContentSource {
    final Map<String, String> files = new TreeMap<>();
    final Map<String, Rights> rights = new TreeMap<>();
    int fetches;
    boolean unreachable;

    @Override
    public Optional<String> list(@Nullable String mark, Listener listener) {
      files.forEach(
          (key, text) ->
              listener.found(
                  new SourceItem(
                      key,
                      key,
                      "v" + text.hashCode(),
                      "https://files.example.com/" + key,
                      rights.getOrDefault(key, Rights.AS_FOUND),
                      text.length())));
      if (unreachable) throw SourceFailure.unreachable("broken off", null);
      return Optional.empty();
    }

    @Override
    public Fetched fetch(SourceItem item, @Nullable String known, Path into) throws IOException {
      fetches++;
      Files.writeString(into, Objects.requireNonNull(files.get(item.key())));
      return new Fetched.Content(Objects.requireNonNull(item.version()), item.fileName());
    }
  }

  SourceSyncTest(DataSource database, JdbcClient jdbc) {
    this.database = database;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void start() {
    jdbc.sql(
            "truncate asset, asset_version, asset_correction, asset_sketch, source_state,"
                + " source_item, source_run cascade")
        .update();
    program = new SourcesAlone(home, database, SourceAccesses.memory(), shelf);
    assets = program.get(Assets.class);
  }

  @AfterEach
  void stop() {
    program.close();
  }

  @Test
  void newFilesComeInAndAreNotFetchedAgain() {
    shelf.files.put("ledgers.md", "# Why ledgers drift\n\nFive reasons and a remedy.\n");
    assertThat(program.run().counts().published()).isEqualTo(1);
    var again = program.run().counts();
    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(shelf.fetches).isEqualTo(1);
    assertThat(only().url()).isEqualTo("https://files.example.com/ledgers.md");
  }

  @Test
  void aChangedFileIsTheNextVersionOfTheSameAsset() {
    shelf.files.put("ledgers.md", "# Why ledgers drift\n\nFive reasons.\n");
    program.run();
    shelf.files.put("ledgers.md", "# Why ledgers drift\n\nSix reasons and a remedy.\n");
    assertThat(program.run().counts().updated()).isEqualTo(1);
    assertThat(only().version()).isEqualTo(2);
  }

  @Test
  void whatIsGoneIsArchivedAndWhatComesBackIsRestored() {
    shelf.files.put("ledgers.md", "# Why ledgers drift\n\nFive reasons.\n");
    program.run();
    shelf.files.clear();
    assertThat(program.run().counts().archived()).isEqualTo(1);
    assertThat(only().status()).isEqualTo(AssetStatus.ARCHIVED);
    shelf.files.put("ledgers.md", "# Why ledgers drift\n\nFive reasons.\n");
    assertThat(program.run().counts().restored()).isEqualTo(1);
    assertThat(only().status()).isEqualTo(AssetStatus.PUBLISHED);
  }

  @Test
  void aListingThatBreaksOffArchivesNothing() {
    shelf.files.put("ledgers.md", "# Why ledgers drift\n\nFive reasons.\n");
    program.run();
    shelf.files.clear();
    shelf.unreachable = true;
    assertThat(program.run().failure()).contains("broken off");
    assertThat(only().status()).isEqualTo(AssetStatus.PUBLISHED);
  }

  @Test
  void whenMostIsGoneAtOnceAPersonIsAsked() {
    for (int i = 0; i < 12; i++)
      shelf.files.put("file" + i + ".md", "# Paper " + i + "\n\nIts words are " + i + ".\n");
    program.run();
    shelf.files.clear();
    var held = program.run();
    assertThat(held.failure()).contains("12 of 12");
    assertThat(held.counts().archived()).isZero();
    assertThat(program.run(true).counts().archived()).isEqualTo(12);
  }

  @Test
  void theSourcesRightsOnlyNarrow() {
    shelf.files.put("open.md", "# A case study for customers\n\nHow a customer gained.\n");
    shelf.files.put("inside.md", "# Another case study\n\nHow another customer gained.\n");
    shelf.files.put("board.md", "# For the board\n\nOnly for five people.\n");
    shelf.rights.put("inside.md", Rights.INTERNAL);
    shelf.rights.put("board.md", Rights.CERTAIN_PEOPLE);
    assertThat(program.run().counts().leftOut()).isEqualTo(1);
    assertThat(assets.all()).hasSize(2);
    assertThat(of("inside.md").audience().value()).isEqualTo(Audience.INTERNAL);
  }

  @Test
  void whatIsTakenFromPeopleOverThereIsTakenAwayHere() {
    shelf.files.put("ledgers.md", "# Why ledgers drift\n\nFive reasons.\n");
    program.run();
    shelf.rights.put("ledgers.md", Rights.CERTAIN_PEOPLE);
    program.run();
    assertThat(only().status()).isEqualTo(AssetStatus.ARCHIVED);
  }

  @Test
  void aFileThatCannotBeReadIsSaidAndTriedAgainWhenItChanges() {
    shelf.files.put("broken.pdf", "%PDF-1.7 but not really");
    var report = program.run();
    assertThat(report.counts().rejected()).isEqualTo(1);
    var sources = program.get(ContentSources.class);
    assertThat(sources.problems("files", 10).getFirst().advice()).isNotEmpty();
    shelf.files.put("broken.pdf", "# Now some words\n\nwhich can be read as text.\n");
    program.run();
    assertThat(sources.countProblems("files")).isLessThanOrEqualTo(1);
  }

  @Test
  void excludedAndOversizedFilesAreNotFetched() {
    shelf.files.put("draft.tmp", "not yet");
    shelf.files.put("huge.md", "x".repeat(1_000_001));
    assertThat(program.run().counts().rejected()).isEqualTo(1);
    assertThat(shelf.fetches).isZero();
  }

  private Asset only() {
    assertThat(assets.all()).hasSize(1);
    return assets.all().getFirst();
  }

  private Asset of(String key) {
    return assets.all().stream()
        .filter(asset -> ("source/files/" + key).equals(asset.sourcePath()))
        .findFirst()
        .orElseThrow();
  }
}
