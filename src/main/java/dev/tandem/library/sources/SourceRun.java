package dev.tandem.library.sources;

import dev.tandem.library.AssetEdit;
import dev.tandem.library.AssetEditing;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.intake.FileIngestion;
import dev.tandem.library.intake.IncomingFile;
import dev.tandem.library.intake.IngestionOutcome;
import dev.tandem.library.manifest.GivenValues;
import dev.tandem.library.sources.SourceReport.Counts;
import dev.tandem.library.sources.SourceStore.Known;
import dev.tandem.taxonomy.Audience;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one source once. One file is in hand at a time; what was taken is known by its version, so
 * that a run that ends anywhere is simply run again.
 */
final class SourceRun implements ContentSource.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(SourceRun.class);

  /** Below so many items it is no sign of trouble when most are gone. */
  private static final int FEW = 10;

  private enum Became {
    PUBLISHED,
    UPDATED,
    UNCHANGED,
    DUPLICATE,
    REJECTED,
    ARCHIVED,
    RESTORED,
    LEFT_OUT
  }

  private final ContentSources sources;
  private final SourceStore store;
  private final FileIngestion ingestion;
  private final AssetEditing editing;
  private final Clock clock;
  private final String name;
  private final SourceAccess access;
  private final boolean archiveAll;
  private final LongConsumer progress;
  private final Instant startedAt;
  private final long id;
  private final long scan;
  private final Map<Became, Long> tally = new EnumMap<>(Became.class);
  private @Nullable ContentSource source;

  SourceRun(
      ContentSources sources,
      SourceStore store,
      FileIngestion ingestion,
      AssetEditing editing,
      Clock clock,
      String name,
      SourceAccess access,
      boolean archiveAll,
      LongConsumer progress) {
    this.sources = sources;
    this.store = store;
    this.ingestion = ingestion;
    this.editing = editing;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.name = name;
    this.access = access;
    this.archiveAll = archiveAll;
    this.progress = progress;
    this.id = store.begin(name, startedAt);
    this.scan = store.nextScan(name);
  }

  SourceReport toTheEnd() {
    try (var opened = sources.open(name)) {
      source = opened;
      var mark = opened.list(store.mark(name), this);
      if (mark.isPresent()) store.saveMark(name, mark.get());
      else archiveWhatIsGone();
      return finish(null, null);
    } catch (SourceFailure failure) {
      LOG.warn("The content of {} is read to here: {}", name, failure.getMessage());
      return finish(failure.getMessage(), failure.advice());
    } catch (RuntimeException unexpected) {
      LOG.error("The content of {} cannot be read", name, unexpected);
      finish("an unexpected problem: " + unexpected.getMessage(), "See the log.");
      throw unexpected;
    }
  }

  @Override
  public void found(SourceItem item) {
    if (!access.takes(item.key())) return;
    take(item);
    long done = counts().all();
    progress.accept(done);
    if (done % 20 == 0) store.update(id, report(null, null, null));
  }

  private void take(SourceItem item) {
    var known = store.find(name, item.key()).orElse(null);
    if (item.rights() == SourceItem.Rights.CERTAIN_PEOPLE) {
      leaveOut(item, known);
      return;
    }
    if (known != null && known.archived()) restore(known);
    var version = known == null || known.problem() != null ? null : known.version();
    if (known != null
        && version != null
        && version.equals(item.version())
        && sameLink(known, item)) {
      store.seen(name, item.key(), scan);
      count(Became.UNCHANGED);
      return;
    }
    fetch(item, known, version);
  }

  private static boolean sameLink(Known known, SourceItem item) {
    return Objects.equals(known.link(), item.link());
  }

  private void fetch(SourceItem item, @Nullable Known known, @Nullable String version) {
    if (item.bytes() > access.largest()) {
      reject(
          item,
          known,
          item.bytes() + " bytes are more than the largest file that is taken",
          "Make it smaller, or raise 'largest' of this source.");
      return;
    }
    try {
      var folder = Files.createTempDirectory("tandem-source");
      var file = folder.resolve("content");
      try {
        var opened = Objects.requireNonNull(source);
        switch (opened.fetch(item, version, file)) {
          case Fetched.Content content ->
              store(
                  item,
                  known,
                  content,
                  new IncomingFile(
                      file,
                      "source/" + name + "/" + item.key(),
                      content.fileName(),
                      null,
                      given(item),
                      null));
          case Fetched.NotModified _ -> {
            store.seen(name, item.key(), scan);
            count(Became.UNCHANGED);
          }
          case Fetched.Gone _ -> gone(item.key());
          case Fetched.Refused refused -> reject(item, known, refused.reason(), refused.advice());
        }
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      reject(
          item,
          known,
          "it could not be fetched: " + e.getMessage(),
          "Nothing to do unless it stays: the next run tries again.");
    }
  }

  private void store(
      SourceItem item, @Nullable Known known, Fetched.Content content, IncomingFile incoming) {
    switch (ingestion.ingest(incoming)) {
      case IngestionOutcome.Published it -> took(item, content, it.asset(), Became.PUBLISHED);
      case IngestionOutcome.Updated it -> took(item, content, it.asset(), Became.UPDATED);
      case IngestionOutcome.Unchanged it -> took(item, content, it.asset(), Became.UNCHANGED);
      case IngestionOutcome.Duplicate it -> {
        save(
            item,
            content.version(),
            null,
            "the library has this content as “" + it.existing() + "”",
            "Nothing to do, or delete one of the two.");
        count(Became.DUPLICATE);
      }
      case IngestionOutcome.Rejected it ->
          reject(item, known, it.reason(), "Correct the file at the source, or exclude it.");
    }
  }

  private void took(SourceItem item, Fetched.Content content, AssetId asset, Became became) {
    save(item, content.version(), asset, null, null);
    count(became);
  }

  private void reject(SourceItem item, @Nullable Known known, String problem, String advice) {
    var asset = known == null ? null : known.asset();
    save(item, null, asset, problem, advice);
    count(Became.REJECTED);
  }

  private void save(
      SourceItem item,
      @Nullable String version,
      @Nullable AssetId asset,
      @Nullable String problem,
      @Nullable String advice) {
    store.save(
        name, new Known(item.key(), version, item.link(), asset, false, problem, advice, scan));
  }

  private GivenValues given(SourceItem item) {
    boolean internal =
        item.rights() == SourceItem.Rights.INTERNAL
            || access.audience().equalsIgnoreCase("internal");
    return new GivenValues(
        null,
        null,
        null,
        List.of(),
        Map.of(),
        null,
        internal ? Audience.INTERNAL : null,
        null,
        item.link(),
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }

  /** Somebody took the right to see it away: then it must not be seen here either. */
  private void leaveOut(SourceItem item, @Nullable Known known) {
    count(Became.LEFT_OUT);
    if (known != null && !known.archived()) archive(known);
    if (known != null) store.seen(name, item.key(), scan);
  }

  @Override
  public List<String> notToldYet() {
    return store.notSeenIn(name, scan).stream().map(Known::key).toList();
  }

  @Override
  public void gone(String key) {
    store.find(name, key).filter(known -> !known.archived()).ifPresent(this::archive);
  }

  private void archiveWhatIsGone() {
    var gone = store.notSeenIn(name, scan);
    long known = store.countInForce(name);
    if (!archiveAll && gone.size() > FEW && gone.size() > access.mostGone() * known)
      throw SourceFailure.refused(
          "%d of %d known items are gone at once; nothing was archived"
              .formatted(gone.size(), known),
          "If that is right, choose “Archive what is gone”; else look at the source: a share that"
              + " is not mounted looks empty.");
    gone.forEach(this::archive);
  }

  private void archive(Known known) {
    var asset = known.asset();
    if (asset != null) {
      var _ = editing.edit(asset, List.of(new AssetEdit.Status(AssetStatus.ARCHIVED)), null);
      count(Became.ARCHIVED);
    }
    store.save(name, known.archivedNow());
  }

  private void restore(Known known) {
    var asset = known.asset();
    if (asset == null) return;
    var _ = editing.edit(asset, List.of(new AssetEdit.Status(AssetStatus.PUBLISHED)), null);
    store.save(
        name,
        new Known(known.key(), known.version(), known.link(), asset, false, null, null, scan));
    count(Became.RESTORED);
  }

  private void count(Became became) {
    tally.merge(became, 1L, Long::sum);
  }

  private Counts counts() {
    return new Counts(
        of(Became.PUBLISHED),
        of(Became.UPDATED),
        of(Became.UNCHANGED),
        of(Became.DUPLICATE),
        of(Became.REJECTED),
        of(Became.ARCHIVED),
        of(Became.RESTORED),
        of(Became.LEFT_OUT));
  }

  private long of(Became became) {
    return tally.getOrDefault(became, 0L);
  }

  private SourceReport finish(@Nullable String failure, @Nullable String advice) {
    var report = report(clock.instant(), failure, advice);
    store.update(id, report);
    LOG.info("Content of {}: {}", name, report.counts());
    return report;
  }

  private SourceReport report(
      @Nullable Instant finishedAt, @Nullable String failure, @Nullable String advice) {
    return new SourceReport(name, startedAt, finishedAt, counts(), failure, advice);
  }
}
