package dev.tandem.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.library.Merges.MergeOutcome;
import dev.tandem.library.intake.FileIngestion;
import dev.tandem.library.intake.IncomingFile;
import dev.tandem.library.manifest.GivenValues;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import dev.tandem.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Three editions of one guide, of which one is to stay. */
@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergesTest {
  private static final AssetId OLD = new AssetId("guide-2024");
  private static final AssetId KEPT = new AssetId("guide-2026");
  private static final AssetId NEXT = new AssetId("guide-2027");

  private final JdbcClient jdbc;
  private final LibraryAlone library;
  private final Assets assets;
  private final AssetEditing editing;
  private final Merges merges;

  MergesTest(DataSource source, JdbcClient jdbc, @TempDir Path home) {
    this.jdbc = jdbc;
    library = new LibraryAlone(home, source);
    assets = library.get(Assets.class);
    editing = library.get(AssetEditing.class);
    merges = library.get(Merges.class);
  }

  @BeforeEach
  void fill() {
    jdbc.sql("delete from asset_merge").update();
    for (var id : List.of(OLD, KEPT, NEXT)) editing.delete(id, null);
    add(OLD, List.of(JourneyStage.AWARENESS, JourneyStage.DECISION), "Utilities", "evergreen");
    add(KEPT, List.of(JourneyStage.DECISION), "Retail", "new");
    add(NEXT, List.of(JourneyStage.DECISION), "Retail", "new");
  }

  @AfterAll
  void close() {
    library.close();
  }

  private void add(AssetId id, List<JourneyStage> stages, String industry, String tag) {
    library
        .get(FileIngestion.class)
        .ingest(
            IncomingFile.link(
                id,
                new GivenValues(
                    "Guide " + id,
                    null,
                    ContentType.BUYERS_GUIDE,
                    stages,
                    Map.of(Dimension.INDUSTRY, List.of(industry)),
                    "en",
                    Audience.BUYER,
                    AssetStatus.PUBLISHED,
                    "https://example.com/" + id,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(tag)),
                null));
  }

  private Asset asset(AssetId id) {
    return assets.find(id).orElseThrow();
  }

  private List<JourneyStage> stages(AssetId id) {
    return asset(id).stages().stream().map(Label::value).toList();
  }

  private List<String> industries(AssetId id) {
    return asset(id).terms(Dimension.INDUSTRY).stream().map(it -> it.value().label()).toList();
  }

  @Test
  void theCopyIsArchivedAndItsIdLeadsToTheKeptAsset() {
    assertThat(assets.keptFor(OLD)).isEqualTo(OLD);
    assertThat(merges.merge(OLD, KEPT, "ingrid")).isInstanceOf(MergeOutcome.Done.class);
    assertThat(assets.keptFor(OLD)).isEqualTo(KEPT);
    assertThat(asset(OLD).status()).isEqualTo(AssetStatus.ARCHIVED);
    assertThat(merges.into(KEPT))
        .singleElement()
        .satisfies(it -> assertThat(it.by()).isEqualTo("ingrid"));
  }

  @Test
  void whatSomebodySaidAboutTheCopyIsTakenOverWithItsOrigin() {
    merges.merge(OLD, KEPT, "ingrid");
    assertThat(stages(KEPT)).containsExactly(JourneyStage.DECISION, JourneyStage.AWARENESS);
    assertThat(industries(KEPT)).containsExactlyInAnyOrder("Retail", "Utilities");
    assertThat(asset(KEPT).tags()).containsExactly("new", "evergreen");
    assertThat(asset(KEPT).stages().getLast().basis()).contains("merged copy “guide-2024”");
    assertThat(editing.corrections(KEPT))
        .extracting(AssetCorrection::field)
        .contains(AssetField.STAGES, AssetField.INDUSTRIES, AssetField.TAGS);
  }

  @Test
  void whatWasRefusedOfTheKeptAssetIsNotTakenOver() {
    editing.edit(KEPT, List.of(new AssetEdit.RefuseStage(JourneyStage.AWARENESS)), "ingrid");
    merges.merge(OLD, KEPT, "ingrid");
    assertThat(stages(KEPT)).containsExactly(JourneyStage.DECISION);
  }

  @Test
  void separatedBothAreWhatTheyWereAndTheMergeIsRemembered() {
    var before = asset(KEPT);
    merges.merge(OLD, KEPT, "ingrid");
    assertThat(merges.separate(OLD, "dana")).isTrue();
    assertThat(assets.keptFor(OLD)).isEqualTo(OLD);
    assertThat(asset(OLD).status()).isEqualTo(AssetStatus.PUBLISHED);
    assertThat(asset(KEPT).stages()).isEqualTo(before.stages());
    assertThat(asset(KEPT).terms()).isEqualTo(before.terms());
    assertThat(asset(KEPT).tags()).isEqualTo(before.tags());
    assertThat(merges.history(OLD))
        .singleElement()
        .satisfies(it -> assertThat(it.endedBy()).isEqualTo("dana"));
    assertThat(merges.separate(OLD, "dana")).isFalse();
  }

  @Test
  void whatSomebodyConfirmedMeanwhileStaysWhenTheyAreSeparated() {
    merges.merge(OLD, KEPT, "ingrid");
    var utilities = new Term(Dimension.INDUSTRY, "Utilities");
    editing.edit(KEPT, List.of(new AssetEdit.ConfirmTerm(utilities)), "ingrid");
    merges.separate(OLD, "ingrid");
    assertThat(industries(KEPT)).containsExactlyInAnyOrder("Retail", "Utilities");
    assertThat(stages(KEPT)).containsExactly(JourneyStage.DECISION);
  }

  @Test
  void whoRestoresTheCopySeparatesThem() {
    merges.merge(OLD, KEPT, "ingrid");
    editing.edit(OLD, List.of(new AssetEdit.Status(AssetStatus.PUBLISHED)), "dana");
    assertThat(merges.of(OLD)).isEmpty();
    assertThat(assets.keptFor(OLD)).isEqualTo(OLD);
    assertThat(stages(KEPT)).containsExactly(JourneyStage.DECISION);
  }

  @Test
  void whatWasKeptMayBeMergedLater() {
    merges.merge(OLD, KEPT, "ingrid");
    merges.merge(KEPT, NEXT, "ingrid");
    assertThat(assets.merged()).isEqualTo(Map.of(OLD, NEXT, KEPT, NEXT));
    merges.separate(KEPT, "ingrid");
    assertThat(assets.merged()).isEqualTo(Map.of(OLD, KEPT));
  }

  @Test
  void theIdOfADeletedCopyStillLeadsToTheKeptAsset() {
    merges.merge(OLD, KEPT, "ingrid");
    editing.delete(OLD, "ingrid");
    assertThat(assets.find(assets.keptFor(OLD)).map(Asset::id)).isEqualTo(Optional.of(KEPT));
    assertThat(merges.separate(OLD, "ingrid")).isTrue();
    assertThat(stages(KEPT)).containsExactly(JourneyStage.DECISION);
  }

  @Test
  void whatSomebodyChangedMeanwhileIsNotMerged() {
    long read = asset(OLD).revision();
    editing.edit(OLD, List.of(new AssetEdit.Owner("dana")), "dana");
    assertThatThrownBy(() -> merges.mergeAt(OLD, read, KEPT, "ingrid"))
        .isInstanceOf(StaleEditException.class);
    assertThat(assets.merged()).isEmpty();
    assertThat(merges.mergeAt(OLD, asset(OLD).revision(), KEPT, "ingrid"))
        .isInstanceOf(MergeOutcome.Done.class);
  }

  @Test
  void whatMakesNoSenseIsRefusedAndChangesNothing() {
    merges.merge(OLD, KEPT, "ingrid");
    for (var wrong :
        List.of(
            merges.merge(KEPT, KEPT, "ingrid"),
            merges.merge(OLD, NEXT, "ingrid"),
            merges.merge(KEPT, OLD, "ingrid"),
            merges.merge(new AssetId("none"), KEPT, "ingrid"),
            merges.merge(KEPT, new AssetId("none"), "ingrid")))
      assertThat(wrong).isInstanceOf(MergeOutcome.Refused.class);
    assertThat(assets.merged()).isEqualTo(Map.of(OLD, KEPT));
    assertThat(asset(KEPT).status()).isEqualTo(AssetStatus.PUBLISHED);
  }
}
