package dev.tandem.sample;

import dev.tandem.deals.DealImport;
import dev.tandem.deals.Opportunities;
import dev.tandem.feedback.EventFile;
import dev.tandem.library.Assets;
import dev.tandem.library.intake.FolderImport;
import dev.tandem.sample.JdbcSampleRecord.Load;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the sample company into an empty home. Every step may be repeated without changing
 * anything, and the move of the dates is kept from the first start on: what a kill interrupts, the
 * next start completes.
 */
@Component
class SampleCompany {
  private static final Logger LOG = LoggerFactory.getLogger(SampleCompany.class);

  private final JdbcSampleRecord record;
  private final Assets assets;
  private final Opportunities opportunities;
  private final FolderImport library;
  private final DealImport deals;
  private final EventFile events;
  private final SampleRequests requests;
  private final SampleGlossary glossary;
  private final SampleSituations situations;
  private final SampleUsers users;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SampleCompany(
      JdbcSampleRecord record,
      Assets assets,
      Opportunities opportunities,
      FolderImport library,
      DealImport deals,
      EventFile events,
      SampleRequests requests,
      SampleGlossary glossary,
      SampleSituations situations,
      SampleUsers users,
      TransactionTemplate transaction,
      Clock clock) {
    this.record = record;
    this.assets = assets;
    this.opportunities = opportunities;
    this.library = library;
    this.deals = deals;
    this.events = events;
    this.requests = requests;
    this.glossary = glossary;
    this.situations = situations;
    this.users = users;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What became of the wish to have the sample company. */
  enum Outcome {
    LOADED,
    THERE_ALREADY,
    /** Somebody's own content or deals are there, which nothing synthetic may be mixed with. */
    HOME_IN_USE
  }

  /**
   * @throws IOException when a file of the sample cannot be read; the next call goes on
   */
  Outcome load(SampleFolder folder) throws IOException {
    var earlier = record.find();
    if (earlier.filter(Load::finished).isPresent()) return Outcome.THERE_ALREADY;
    if (earlier.isEmpty() && inUse()) return Outcome.HOME_IN_USE;
    earlier.ifPresent(load -> LOG.info("Loading {} goes on where it was interrupted", load.name()));
    var load = earlier.orElseGet(() -> record.begin(folder.name(), shift(folder)));
    try (var shifted = new ShiftedFiles(load.shiftDays())) {
      users.add();
      loadGlossary(folder, load);
      loadLibrary(folder, shifted);
      loadDeals(folder, shifted);
      loadRequests(folder, load);
      loadSituations(folder);
      loadEvents(folder, shifted);
    }
    record.finish();
    return Outcome.LOADED;
  }

  /** Whether content or deals were ever brought in, also when they were deleted since. */
  private boolean inUse() {
    return assets.latestRevision() > 0 || !opportunities.countByOutcome().isEmpty();
  }

  private int shift(SampleFolder folder) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Math.toIntExact(ChronoUnit.DAYS.between(folder.anchor(), today));
  }

  /** Before the deals: their stages are read by it. */
  private void loadGlossary(SampleFolder folder, Load load) {
    var file = folder.glossary();
    if (file.isEmpty() || glossary.begun()) return;
    transaction.executeWithoutResult(
        status -> {
          try {
            int versions = glossary.load(file.get(), load.shiftDays());
            LOG.info("Sample glossary: {} versions of words", versions);
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
        });
  }

  private void loadLibrary(SampleFolder folder, ShiftedFiles shifted) throws IOException {
    var progress = new LoggedProgress("files");
    var report =
        library.run(
            folder.library(),
            Optional.of(shifted.table(folder.manifest())),
            null,
            (done, total) -> progress.at(done));
    report.rejections().forEach(it -> LOG.warn("{}: {}", it.path(), it.reason()));
    warn(report.manifestProblems());
    LOG.info(
        "Sample library: {} published, {} there already, {} duplicates, {} rejected",
        report.published() + report.updated(),
        report.unchanged(),
        report.duplicates().size(),
        report.rejections().size());
  }

  private void loadDeals(SampleFolder folder, ShiftedFiles shifted) throws IOException {
    var progress = new LoggedProgress("rows of deals");
    var report =
        deals.run(
            shifted.table(folder.deals()), shifted.table(folder.stageHistory()), progress::at);
    warn(report.rejected());
    LOG.info(
        "Sample deals: {} added, {} there already, {} rejected",
        report.added(),
        report.changed() + report.unchanged(),
        report.rejected().size());
  }

  /** Before the events: whoever follows these proves by them what was delivered. */
  private void loadRequests(SampleFolder folder, Load load) throws IOException {
    var owners = folder.owners();
    if (owners.isPresent()) requests.loadOwners(owners.get());
    var file = folder.requests();
    if (file.isEmpty() || load.requests()) return;
    transaction.executeWithoutResult(
        status -> {
          record.noteRequests();
          try {
            int asked = requests.loadRequests(file.get(), load.shiftDays());
            LOG.info("Sample requests: {} asked for", asked);
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
        });
  }

  private void loadSituations(SampleFolder folder) {
    var file = folder.situations();
    if (file.isEmpty() || situations.begun()) return;
    transaction.executeWithoutResult(
        status -> {
          try {
            int written = situations.load(file.get(), folder.grades());
            LOG.info("Sample situations: {} to measure by", written);
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
        });
  }

  private void loadEvents(SampleFolder folder, ShiftedFiles shifted) throws IOException {
    var progress = new LoggedProgress("events");
    var report = events.read(shifted.events(folder.events()), progress::at);
    warn(report.problems());
    LOG.info(
        "Sample events: {} added, {} there already, {} rejected",
        report.accepted(),
        report.repeated(),
        report.rejected());
  }

  private static void warn(List<?> problems) {
    Consumer<Object> say = problem -> LOG.warn("The sample company: {}", problem);
    problems.forEach(say);
  }

  /** A line at most every three seconds. */
  private static final class LoggedProgress {
    private static final long PAUSE_NANOS = 3_000_000_000L;

    private final String unit;
    private long saidAt = System.nanoTime();

    LoggedProgress(String unit) {
      this.unit = unit;
    }

    void at(long done) {
      long now = System.nanoTime();
      if (now - saidAt < PAUSE_NANOS) return;
      saidAt = now;
      LOG.info("Loading the sample company: {} {} so far", done, unit);
    }
  }
}
