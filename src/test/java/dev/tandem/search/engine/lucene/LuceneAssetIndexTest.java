package dev.tandem.search.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tandem.library.AssetId;
import dev.tandem.search.AssetHits.FacetCount;
import dev.tandem.search.AssetIndex;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.SmallLibrary;
import dev.tandem.search.SynonymChanges;
import dev.tandem.search.engine.AssetIndexContract;
import dev.tandem.taxonomy.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneAssetIndexTest extends AssetIndexContract {
  @TempDir private Path folder;
  private final List<LuceneAssetIndex> opened = new ArrayList<>();
  private LocalDate today = SmallLibrary.TODAY;

  @Override
  protected AssetIndex emptyIndex() {
    return open(folder.resolve(UUID.randomUUID().toString()));
  }

  @Override
  protected void letItBe(LocalDate day) {
    today = day;
  }

  @AfterEach
  void close() {
    opened.forEach(LuceneAssetIndex::close);
  }

  @Test
  void facetsFollowWhatChangesFromOneSegmentToTheNext() {
    var index = open(folder);
    var everything = AssetQuery.of("").withWindow(0, 0).withFacets();
    for (var id : List.of("a", "b", "c")) {
      index.put(SmallLibrary.anAsset(id).ofType(ContentType.WEBINAR).build(), null);
      index.refresh(); // a segment for each
    }
    assertThat(index.search(everything).facets().get("type"))
        .containsExactly(new FacetCount("webinar", 3));

    index.remove(new AssetId("a"));
    index.put(SmallLibrary.anAsset("b").ofType(ContentType.DEMO).build(), null);
    index.put(SmallLibrary.anAsset("d").ofType(ContentType.DEMO).build(), null);
    index.refresh();
    assertThat(index.search(everything).total()).isEqualTo(3);
    assertThat(index.search(everything).facets().get("type"))
        .containsExactly(new FacetCount("demo", 2), new FacetCount("webinar", 1));
  }

  @Test
  void scatteredSegmentsBecomeOne() throws IOException {
    var index = open(folder);
    index.rebuild(Stream.empty(), 1);
    for (var id : List.of("a", "b", "c", "d", "e")) {
      index.put(SmallLibrary.anAsset(id).titled("payroll guide").build(), null);
      index.refresh(); // a segment for each
    }
    index.remove(new AssetId("e"));
    index.commit(2);
    assertThat(LuceneIndexes.segments(folder)).isGreaterThan(3);

    await()
        .untilAsserted(
            () -> {
              index.compact();
              assertThat(LuceneIndexes.segments(folder)).isEqualTo(1);
            });
    assertThat(ids(index, AssetQuery.of("payroll"))).containsExactlyInAnyOrder("a", "b", "c", "d");
    assertThat(index.status().revision()).isEqualTo(2);
    index.close();
    assertThat(ids(open(folder), AssetQuery.of("payroll"))).hasSize(4);
  }

  @Test
  void aFewChangesBesideOneLargeSegmentAreNotWorthMerging() throws IOException {
    var index = open(folder);
    index.rebuild(SmallLibrary.entries().stream(), 1);
    await()
        .untilAsserted(
            () -> {
              index.compact();
              assertThat(LuceneIndexes.segments(folder)).isEqualTo(1);
            });
    index.put(SmallLibrary.anAsset("new").build(), null);
    index.commit(2);

    index.compact();

    assertThat(LuceneIndexes.segments(folder)).isEqualTo(2);
  }

  @Test
  void whatWasVisibleYesterdayIsAskedAnewToday() {
    var index = open(folder);
    var last = SmallLibrary.TODAY.plusDays(1);
    index.put(SmallLibrary.anAsset("fair").titled("trade fair").expiring(last).build(), null);
    index.refresh();
    assertThat(index.search(AssetQuery.of("fair")).total()).isEqualTo(1);

    letItBe(last);
    assertThat(index.search(AssetQuery.of("fair")).total()).isZero();
    assertThat(index.search(AssetQuery.of("fair").withUnpublished()).total()).isEqualTo(1);
  }

  @Test
  void whatWasCommittedIsThereAgainAndTheRestIsForTheLibraryToRepeat() {
    var index = open(folder);
    index.rebuild(SmallLibrary.entries().stream(), 30);
    index.put(SmallLibrary.anAsset("later").titled("quokka").build(), null);
    index.commit(31);
    index.put(SmallLibrary.anAsset("latest").titled("wombat").build(), null);
    index.close();

    var again = open(folder);
    assertThat(again.status().revision()).isEqualTo(31);
    assertThat(again.status().assets()).isEqualTo(31);
    assertThat(again.search(AssetQuery.of("quokka")).total()).isEqualTo(1);
    assertThat(again.search(AssetQuery.of("wombat ")).total()).isZero();
  }

  @Test
  void aCopyTakenAtAnyMomentOpensWithItsLastCommit() throws IOException {
    var index = open(folder.resolve("live"));
    index.rebuild(SmallLibrary.entries().stream(), 30);
    index.put(SmallLibrary.anAsset("later").titled("quokka").build(), null);
    index.refresh();
    // as a kill leaves it: files of a commit, files of none, the lock file
    copy(folder.resolve("live"), folder.resolve("killed"));

    var again = open(folder.resolve("killed"));
    assertThat(again.status().revision()).isEqualTo(30);
    assertThat(again.status().assets()).isEqualTo(30);
  }

  @Test
  void everyDamagedFileIsNoticedAndAsksForARebuild() throws IOException {
    var index = open(folder.resolve("sound"));
    index.rebuild(SmallLibrary.entries().stream(), 30);
    index.close();
    int damaged = 0;
    for (var file : files(folder.resolve("sound"))) {
      if (file.endsWith("write.lock") || Files.size(folder.resolve("sound").resolve(file)) == 0)
        continue;
      var copy = folder.resolve("damaged-" + damaged++);
      copy(folder.resolve("sound"), copy);
      damage(copy.resolve(file));
      var again = open(copy);
      assertThat(again.status().revision()).as(file.toString()).isEqualTo(-1);
      assertThat(again.search(AssetQuery.of("payroll")).degraded()).isTrue();
      again.rebuild(SmallLibrary.entries().stream(), 31);
      assertThat(again.search(AssetQuery.of("payroll")).total()).isPositive();
    }
    assertThat(damaged).isGreaterThan(2);
  }

  @Test
  void onlyTheIndexInForceStaysOnDisk() throws IOException {
    var index = open(folder);
    for (int round = 1; round <= 3; round++) index.rebuild(SmallLibrary.entries().stream(), round);
    try (var entries = Files.list(folder)) {
      assertThat(entries.filter(Files::isDirectory)).hasSize(1);
    }
  }

  @Test
  void aSecondProcessIsRefused() {
    var index = open(folder);
    index.rebuild(SmallLibrary.entries().stream(), 1);
    assertThatThrownBy(() -> open(folder))
        .rootCause()
        .hasMessageContaining("Lock held by this virtual machine");
    assertThat(index.search(AssetQuery.of("payroll")).total()).isPositive();
  }

  @Test
  void aSynonymFileInTheHomeTakesThePlaceOfTheOneThatShips() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("synonyms.txt"), "moolah, price list\n");
    var index = open(folder);
    SmallLibrary.putInto(index);
    assertThat(index.search(AssetQuery.of("moolah ")).ids().getFirst().value())
        .isEqualTo("pricing");
    assertThat(index.search(AssetQuery.of("gdpr ")).total()).isZero();
  }

  @Test
  void peoplesSynonymsActAtOnceAndLeaveAgain() {
    var changes = new AtomicReference<>(SynonymChanges.NONE);
    var index = new LuceneAssetIndex(folder, new TestClock(), changes::get);
    opened.add(index);
    SmallLibrary.putInto(index);
    assertThat(index.search(AssetQuery.of("moolah ")).total()).isZero();

    changes.set(SynonymChanges.parse("moolah, price list", ""));
    assertThat(index.search(AssetQuery.of("moolah ")).ids().getFirst().value())
        .isEqualTo("pricing");
    assertThat(index.wording()).startsWith("+syn-");

    changes.set(SynonymChanges.NONE);
    assertThat(index.search(AssetQuery.of("moolah ")).total()).isZero();
    assertThat(index.wording()).isEmpty();
  }

  @Test
  void synonymsOfTheFileCanBeTakenApart() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("synonyms.txt"), "moolah, price list, zaster\n");
    var changes = new AtomicReference<>(SynonymChanges.NONE);
    var index = new LuceneAssetIndex(folder, new TestClock(), changes::get);
    opened.add(index);
    SmallLibrary.putInto(index);
    assertThat(index.search(AssetQuery.of("moolah ")).total()).isPositive();

    changes.set(SynonymChanges.parse("", "moolah, price list"));
    assertThat(index.search(AssetQuery.of("moolah ")).total()).isZero();
    assertThat(index.search(AssetQuery.of("zaster ")).total()).isPositive();
  }

  private LuceneAssetIndex open(Path home) {
    var index = new LuceneAssetIndex(home, new TestClock());
    opened.add(index);
    return index;
  }

  private static List<Path> files(Path home) throws IOException {
    try (var all = Files.walk(home)) {
      return all.filter(Files::isRegularFile).map(home::relativize).sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    for (var file : files(from)) {
      Files.createDirectories(to.resolve(file).getParent());
      Files.copy(from.resolve(file), to.resolve(file));
    }
  }

  private static void damage(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
  }

  private final class TestClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return today.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
  }
}
