package dev.tandem.durability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.database.HomeDatabase;
import dev.tandem.durability.WhatIsThere.StoredPiece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was sent to one home in all its lives, and the comparison with what is there. */
final class Books {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  final Ledger<Piece> uploads;
  final Ledger<EventBatch> events;

  /** Files in the inbox; one counts as acknowledged when it has moved to its folder "done". */
  private final Ledger<Piece> dropped;

  private final HomeDatabase database;
  private final Set<String> found = new HashSet<>();

  Books(HomeDatabase database, RandomGenerator random) {
    this.database = database;
    var numbers = new AtomicInteger();
    this.uploads = new Ledger<>(() -> Piece.of(numbers.incrementAndGet(), random));
    this.dropped = new Ledger<>(() -> Piece.of(numbers.incrementAndGet(), random));
    this.events =
        new Ledger<>(() -> new EventBatch(numbers.incrementAndGet(), random.nextInt(1, 40)));
  }

  void dropIntoInbox() throws IOException {
    var piece = dropped.next();
    var hidden = inbox(".half");
    Files.write(hidden, piece.bytes());
    Files.move(hidden, inbox(piece.fileName()), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Everything acknowledged is there once and whole, and nothing that nobody sent. */
  void compare() throws IOException, SQLException {
    var done = done();
    var there = WhatIsThere.in(database);
    compareEvents(there);
    var byText =
        Stream.concat(uploads.sent().stream(), dropped.sent().stream())
            .collect(Collectors.toMap(Piece::text, Piece::word));
    var stored = new ArrayList<String>();
    for (var piece : there.pieces()) stored.add(wordOfWhole(piece, byText));
    assertThat(stored).as("files in the library").doesNotHaveDuplicates();
    assertThat(stored).as("acknowledged uploads").containsAll(words(uploads.acknowledged()));
    assertThat(stored).as("files the inbox is done with").containsAll(words(done));
  }

  private void compareEvents(WhatIsThere there) {
    var stored = new HashSet<>(there.eventKeys());
    assertThat(there.eventKeys().size()).as("each key once").isEqualTo(stored.size());
    assertThat(there.eventsByIndex()).as("table and index agree").isEqualTo(stored.size());
    for (var batch : events.acknowledged())
      assertThat(stored.containsAll(batch.keys())).as("acknowledged: %s", batch).isTrue();
    long expected = 0;
    for (var batch : events.sent()) {
      var present = batch.keys().stream().filter(stored::contains).count();
      assertThat(present)
          .as("a batch is there as a whole or not at all")
          .isIn(0L, (long) batch.size());
      expected += present;
    }
    assertThat(stored.size()).as("nothing but what was sent").isEqualTo((int) expected);
  }

  /** The word of the sent file that this is, text and original included. */
  private static String wordOfWhole(StoredPiece stored, Map<String, String> wordsByText) {
    assertThat(stored.original()).as("the original of " + stored.id()).isNotNull();
    assertThat(stored.text()).as("the text of " + stored.id()).isNotNull();
    var word = wordsByText.get(new String(stored.original(), UTF_8));
    assertThat(word).as("the original of %s is what was sent", stored.id()).isNotNull();
    assertThat(stored.text().contains(word)).as("the text of %s is whole", stored.id()).isTrue();
    return Objects.requireNonNull(word);
  }

  /** The index has caught up by itself and finds what was acknowledged since the last call. */
  void searchForWhatIsNew(Api api) throws IOException {
    await().atMost(PATIENCE).until(() -> isInStep(api));
    for (var piece : uploads.acknowledged())
      if (found.add(piece.word()))
        assertThat(api.search(piece.word())).as(piece.word()).containsExactly(piece.id());
    for (var piece : done())
      if (found.add(piece.word())) assertThat(api.search(piece.word())).hasSize(1);
  }

  private static boolean isInStep(Api api) {
    var index = api.index();
    return index.get("lag").longValue() == 0 && !index.get("building").booleanValue();
  }

  /** Sends again what got no answer, until nothing is open; then all that was sent is there. */
  void settle(Api api) throws IOException, SQLException {
    while (uploads.owesAnswers()) {
      var piece = uploads.next();
      api.upload(piece);
      uploads.acknowledge(piece);
    }
    while (events.owesAnswers()) {
      var batch = events.next();
      api.append(batch);
      events.acknowledge(batch);
    }
    await().atMost(PATIENCE).until(() -> done().size() == dropped.sent().size());
    found.clear();
    compare();
    searchForWhatIsNew(api);
    var there = WhatIsThere.in(database);
    assertThat(there.pieces()).hasSize(uploads.sent().size() + dropped.sent().size());
    assertThat(there.eventKeys().size())
        .isEqualTo(events.sent().stream().mapToInt(EventBatch::size).sum());
    assertThat(api.usesOfTheManual()).as("each event counts once").isEqualTo(there.eventsByIndex());
    assertThat(inbox("rejected")).as("good files are not turned away").doesNotExist();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(api.index().get("revision").longValue())
                    .as("the index on disk")
                    .isEqualTo(there.revision()));
    assertThat(api.index().get("assets").intValue()).isEqualTo(there.pieces().size());
  }

  private List<Piece> done() {
    return dropped.sent().stream()
        .filter(piece -> Files.exists(inbox("done").resolve(piece.fileName())))
        .toList();
  }

  private Path inbox(String name) {
    return database.home().inbox().resolve(name);
  }

  private static List<String> words(List<Piece> pieces) {
    return pieces.stream().map(Piece::word).toList();
  }

  @Override
  public String toString() {
    return "%d events in %d calls, %d uploads, %d files in the inbox"
        .formatted(
            events.acknowledged().stream().mapToInt(EventBatch::size).sum(),
            events.acknowledged().size(),
            uploads.acknowledged().size(),
            done().size());
  }
}
