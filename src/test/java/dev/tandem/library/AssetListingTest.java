package dev.tandem.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.library.intake.FileIngestion;
import dev.tandem.library.intake.IncomingFile;
import dev.tandem.library.manifest.GivenValues;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.testing.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssetListingTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private final LibraryAlone library;
  private final AssetListing listing;

  AssetListingTest(DataSource source, @TempDir Path home) {
    library = new LibraryAlone(home, source);
    listing = library.get(AssetListing.class);
  }

  @BeforeAll
  void fill() {
    add("fresh", "Fresh case study", AssetStatus.PUBLISHED, null, null, "ann");
    add("due", "Pricing 100% clear", AssetStatus.PUBLISHED, TODAY.minusDays(1), null, "ann");
    add("over", "Old offer", AssetStatus.PUBLISHED, TODAY.minusDays(9), TODAY, "bob");
    add("idea", "An idea", AssetStatus.DRAFT, null, null, null);
    add("gone", "Gone", AssetStatus.ARCHIVED, null, TODAY.minusDays(3), null);
    library
        .get(FileIngestion.class)
        .ingest(
            IncomingFile.link(
                new AssetId("guessed"),
                values("Video tour", AssetStatus.PUBLISHED, null, null, null, false),
                null));
  }

  @AfterAll
  void close() {
    library.close();
  }

  private void add(
      String id,
      String title,
      AssetStatus status,
      @Nullable LocalDate reviewBy,
      @Nullable LocalDate expiresOn,
      @Nullable String owner) {
    library
        .get(FileIngestion.class)
        .ingest(
            IncomingFile.link(
                new AssetId(id), values(title, status, reviewBy, expiresOn, owner, true), null));
  }

  private static GivenValues values(
      String title,
      AssetStatus status,
      @Nullable LocalDate reviewBy,
      @Nullable LocalDate expiresOn,
      @Nullable String owner,
      boolean labelled) {
    return new GivenValues(
        title,
        null,
        labelled ? ContentType.CASE_STUDY : null,
        labelled ? List.of(JourneyStage.DECISION) : List.of(),
        Map.of(),
        "en",
        labelled ? Audience.BUYER : null,
        status,
        "https://example.com/" + title.hashCode(),
        owner,
        null,
        null,
        reviewBy,
        expiresOn,
        null,
        List.of("tag-" + title.substring(0, 3)));
  }

  private List<String> found(AssetFilter filter) {
    var ids =
        listing.page(filter, 0, 100).stream().map(asset -> asset.id().value()).sorted().toList();
    assertThat(listing.count(filter)).isEqualTo(ids.size());
    return ids;
  }

  private static AssetFilter state(LifecycleState state) {
    return new AssetFilter(state, null, null, null, false, "", AssetFilter.Order.TITLE);
  }

  private static AssetFilter words(String text) {
    return new AssetFilter(null, null, null, null, false, text, AssetFilter.Order.TITLE);
  }

  @Test
  void everyAssetIsInTheStateThatTheAssetItselfTells() {
    for (var state : LifecycleState.values()) {
      var page = listing.page(state(state), 0, 100);
      assertThat(page).isNotEmpty().allMatch(asset -> asset.stateOn(TODAY) == state);
      assertThat(listing.overview().byState()).containsEntry(state, (long) page.size());
    }
    assertThat(listing.overview().total()).isEqualTo(6);
  }

  @Test
  void filtersNarrowTogether() {
    assertThat(
            found(
                new AssetFilter(
                    null,
                    ContentType.CASE_STUDY,
                    JourneyStage.DECISION,
                    "ann",
                    false,
                    "",
                    AssetFilter.Order.CHANGED)))
        .containsExactly("due", "fresh");
    assertThat(
            found(
                new AssetFilter(
                    null,
                    null,
                    JourneyStage.AWARENESS,
                    "ann",
                    false,
                    "",
                    AssetFilter.Order.REVIEW)))
        .isEmpty();
  }

  @Test
  void wordsAreFoundInTitleOwnerAndTagsWhateverTheirSigns() {
    assertThat(found(words("case FRESH"))).containsExactly("fresh");
    assertThat(found(words("bob"))).containsExactly("over");
    assertThat(found(words("100%"))).containsExactly("due");
    assertThat(found(words("%"))).containsExactly("due");
    assertThat(found(words("' or '1'='1"))).isEmpty();
    assertThat(found(words("tag-Vid"))).containsExactly("guessed");
  }

  @Test
  void guessesWaitUntilTheyAreConfirmed() {
    var guessed = new AssetFilter(null, null, null, null, true, "", AssetFilter.Order.TITLE);
    assertThat(found(guessed)).containsExactly("guessed");
    assertThat(listing.overview().toConfirm()).isEqualTo(1);
  }

  @Test
  void pagesFollowEachOther() {
    var all = listing.page(AssetFilter.ALL, 0, 100);
    assertThat(listing.page(AssetFilter.ALL, 2, 3)).isEqualTo(all.subList(2, 5));
    assertThat(listing.owners()).containsExactly("ann", "bob");
  }
}
