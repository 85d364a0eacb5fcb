package dev.tandem.deals.crm;

import dev.tandem.database.NamedLock;
import dev.tandem.deals.crm.SyncReport.Counts;
import dev.tandem.deals.crm.SyncReport.Notes;
import dev.tandem.identity.Users;
import dev.tandem.shared.TandemHome;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the deals of a CRM in, a page at a time. The cursor behind a page is committed with the
 * page's deals, so that a run that ends anywhere goes on there; a page that comes twice changes
 * nothing. One page is in memory at a time.
 */
@Component
public class DealSync {
  private static final Logger LOG = LoggerFactory.getLogger(DealSync.class);

  private final SyncSettings settings;
  private final SyncSources sources;
  private final SyncStore store;
  private final NamedLock lock;
  private final PageTaking taking;
  private final ListingTaking listings;
  private final Users users;
  private final TandemHome home;
  private final TransactionTemplate transaction;
  private final Clock clock;

  DealSync(
      SyncSettings settings,
      SyncSources sources,
      SyncStore store,
      NamedLock lock,
      PageTaking taking,
      ListingTaking listings,
      Users users,
      TandemHome home,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.settings = settings;
    this.sources = sources;
    this.store = store;
    this.lock = lock;
    this.taking = taking;
    this.listings = listings;
    this.users = users;
    this.home = home;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Reads a source to its end, or to where it cannot go on; what was read stays.
   *
   * @param dry only says what would come of it: nothing is written but the report
   * @param progress told the number of records that are done
   * @return empty when somebody else reads this source
   * @throws IllegalArgumentException for a source that is not configured
   */
  public Optional<SyncReport> run(String source, boolean dry, LongConsumer progress) {
    sources.access(source);
    var held = lock.tryAcquire("deals of " + source);
    if (held.isEmpty()) return Optional.empty();
    try (var _ = held.get()) {
      return Optional.of(new Run(source, dry, progress).toTheEnd());
    }
  }

  /** What holds for a run of this source now. */
  SyncJob job(String source, FieldMapping mapping, boolean plainNumbers, boolean dry, Notes notes) {
    var access = sources.access(source);
    var code = settings.currency();
    try {
      return new SyncJob(
          source,
          mapping,
          access.zone(),
          plainNumbers,
          code == null ? ExchangeRates.NONE : rates(),
          code == null ? null : Currency.getInstance(code),
          access.defaultCurrency(),
          new OwnerNames(users),
          dry,
          notes);
    } catch (IllegalArgumentException unknown) {
      throw CrmFailure.refused(
          "tandem.sync.currency: '" + code + "' is no currency code",
          "Set a code such as EUR, or take it out to keep amounts as they are.");
    }
  }

  private ExchangeRates rates() {
    var file =
        Objects.requireNonNullElse(settings.rates(), home.data().resolve("exchange-rates.csv"));
    return settings.rates() == null && !Files.exists(file)
        ? ExchangeRates.NONE
        : ExchangeRates.read(file);
  }

  private final class Run {
    private final String source;
    private final boolean dry;
    private final LongConsumer progress;
    private final Notes notes = new Notes();
    private final Instant startedAt = clock.instant();
    private final long id;
    private Counts counts = Counts.NONE;

    Run(String source, boolean dry, LongConsumer progress) {
      this.source = source;
      this.dry = dry;
      this.progress = progress;
      this.id = store.begin(source, dry, startedAt);
    }

    SyncReport toTheEnd() {
      try {
        var gateway = sources.open(source);
        var job =
            job(source, sources.mapping(source, gateway), gateway.writesPlainNumbers(), dry, notes);
        readAll(gateway, job);
        if (!dry) store.waitUntil(source, null);
        return finish(null, null);
      } catch (CrmFailure failure) {
        LOG.warn("The sync of {} stops: {}", source, failure.getMessage());
        failure.notBefore().ifPresent(moment -> store.waitUntil(source, moment));
        return finish(failure.getMessage(), failure.advice());
      } catch (RuntimeException unexpected) {
        LOG.error("The sync of {} fails", source, unexpected);
        finish(
            "an unexpected problem: " + unexpected.getMessage(),
            "See the log; the next run goes on where this one stopped.");
        throw unexpected;
      }
    }

    private void readAll(CrmGateway gateway, SyncJob job) {
      var cursor = store.cursor(source);
      if (!dry) gateway.taken(cursor);
      for (boolean complete = false; !complete; ) {
        var page = gateway.page(cursor, job.mapping().wanted());
        complete = page.complete();
        if (!complete && page.next().equals(cursor))
          throw CrmFailure.notUnderstood(gateway.label() + " gives the same page again and again");
        page.notes().forEach(notes::add);
        if (isOfReturned(page, job)) {
          cursor = SyncCursor.START;
          complete = false;
          continue;
        }
        counts = counts.plus(take(page, job));
        cursor = page.next();
        if (!dry) gateway.taken(cursor);
        progress.accept(counts.all());
        store.update(id, report(null, null, null));
      }
    }

    /**
     * A dry run leaves listings out: it takes back what it noted of each page, and so cannot know
     * what was on none.
     */
    private boolean isOfReturned(CrmPage page, SyncJob job) {
      var listing = page.listing();
      if (listing == null || dry) return false;
      return Boolean.TRUE.equals(
          transaction.execute(
              status -> {
                boolean returned = listings.hasReturned(listing, job);
                if (returned) store.save(source, SyncCursor.START);
                return returned;
              }));
    }

    private Counts take(CrmPage page, SyncJob job) {
      try {
        return inOneTransaction(page, job, true);
      } catch (DataIntegrityViolationException | IllegalArgumentException oneIsBad) {
        LOG.warn("A page of {} cannot be stored as a whole: {}", source, oneIsBad.getMessage());
        return oneByOne(page, job);
      }
    }

    private Counts inOneTransaction(CrmPage page, SyncJob job, boolean withCursor) {
      return Objects.requireNonNull(
          transaction.execute(
              status -> {
                var taken = taking.take(page, job);
                var listing = page.listing();
                if (listing != null && !dry) {
                  var gone = listings.gone(listing, job);
                  taken = taken.plus(taking.take(CrmPage.ofRemovals(gone, page.next(), true), job));
                }
                if (dry) status.setRollbackOnly();
                else if (withCursor) store.save(source, page.next());
                return taken;
              }));
    }

    /** So that one record that the database refuses does not hold up all others. */
    private Counts oneByOne(CrmPage page, SyncJob job) {
      var all = Counts.NONE;
      for (var record : page.records()) {
        var alone = CrmPage.of(List.of(record), page.next(), false);
        try {
          all = all.plus(inOneTransaction(alone, job, false));
        } catch (DataIntegrityViolationException | IllegalArgumentException bad) {
          var refusal =
              new CrmPage.CrmRefusal(record.id(), "", "it cannot be stored: " + bad.getMessage());
          all = all.plus(inOneTransaction(refusing(List.of(refusal), page), job, false));
        }
      }
      var rest =
          new CrmPage(
              List.of(),
              page.removals(),
              page.refusals(),
              page.next(),
              page.complete(),
              List.of(),
              page.listing());
      return all.plus(inOneTransaction(rest, job, true));
    }

    private static CrmPage refusing(List<CrmPage.CrmRefusal> refusals, CrmPage page) {
      return new CrmPage(List.of(), List.of(), refusals, page.next(), false, List.of());
    }

    private SyncReport finish(@Nullable String failure, @Nullable String advice) {
      var report = report(clock.instant(), failure, advice);
      store.update(id, report);
      LOG.info("Sync of {}: {}", source, report.counts());
      return report;
    }

    private SyncReport report(
        @Nullable Instant finishedAt, @Nullable String failure, @Nullable String advice) {
      return new SyncReport(
          source, startedAt, finishedAt, dry, counts, failure, advice, notes.list());
    }
  }
}
