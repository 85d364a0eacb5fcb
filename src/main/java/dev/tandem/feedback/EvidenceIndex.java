package dev.tandem.feedback;

import dev.tandem.deals.DealContext;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunitiesChanged;
import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Evidence in memory. It follows the log by cursor: whoever reads first takes in what was written
 * since, so an answer always includes every acknowledged event, and no thread of its own is needed.
 */
@Component
class EvidenceIndex implements AssetEvidence {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceIndex.class);
  private static final int PAGE = 5_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate reading;
  private final FeedbackLog log;
  private final Opportunities opportunities;
  private final Assets assets;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final Set<String> changedDeals = new HashSet<>();
  private EvidenceTable table = new EvidenceTable();
  private Set<String> retracted = new HashSet<>();
  private volatile Map<AssetId, AssetId> merged = Map.of();
  private volatile long cursor;
  private volatile boolean dealsChanged;

  EvidenceIndex(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      FeedbackLog log,
      Opportunities opportunities,
      Assets assets) {
    this.jdbc = jdbc;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.log = log;
    this.opportunities = opportunities;
    this.assets = assets;
  }

  /** Reads the log while nobody waits for it. */
  @EventListener(WebServerInitializedEvent.class)
  void warmUp() {
    Thread.ofVirtual()
        .name("evidence")
        .start(
            () -> {
              try {
                catchUp();
              } catch (RuntimeException failed) {
                LOG.warn("The evidence could not be read yet; the next reader tries again", failed);
              }
            });
  }

  @EventListener
  void on(OpportunitiesChanged changed) {
    synchronized (changedDeals) {
      if (changed.deals().isEmpty()) changedDeals.add("");
      changed.deals().forEach(deal -> changedDeals.add(deal.value()));
      dealsChanged = true;
    }
  }

  /** Counts what is left anew, with the next reader; the deletion is in force by then. */
  @TransactionalEventListener(fallbackExecution = true)
  void on(EventsForgotten forgotten) {
    lock.writeLock().lock();
    try {
      countAnew();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void countAnew() {
    table = new EvidenceTable();
    retracted = new HashSet<>();
    cursor = 0;
  }

  @Override
  public Tally of(AssetId asset) {
    return read(
        () -> {
          var trail = table.asset(asset);
          return trail == null ? Tally.NONE : trail.tally();
        });
  }

  @Override
  public SimilarUse similarUse(AssetId asset, DealContext context) {
    var industry = context.industry() == null ? null : context.industry().key();
    return read(
        () -> {
          var trail = table.asset(asset);
          return trail == null ? SimilarUse.NONE : trail.similar(context.stage().stage(), industry);
        });
  }

  @Override
  public SimilarDeals similarDeals(AssetId asset, DealContext context, @Nullable UserId except) {
    var industry = context.industry() == null ? null : context.industry().key();
    var self = except == null ? null : except.value();
    return read(
        () -> {
          var trail = table.asset(asset);
          return trail == null
              ? SimilarDeals.NONE
              : trail.similarDeals(context.stage().stage(), industry, self);
        });
  }

  @Override
  public Map<AssetId, Instant> sentTo(OpportunityId deal) {
    return sentTo(List.of(deal));
  }

  @Override
  public Map<AssetId, Instant> sentToAccountOf(OpportunityId deal) {
    var deals = opportunities.ofSameAccount(deal);
    return sentTo(deals.isEmpty() ? List.of(deal) : deals);
  }

  private Map<AssetId, Instant> sentTo(Collection<OpportunityId> deals) {
    return read(
        () -> {
          var latest = new HashMap<AssetId, Instant>();
          for (var deal : deals) {
            var trail = table.deals.get(deal.value());
            if (trail != null) trail.collectSent(latest);
          }
          return latest;
        });
  }

  private <T> T read(Supplier<T> answer) {
    if (dealsChanged || cursor < log.latestSequence() || !merged.equals(assets.merged())) catchUp();
    lock.readLock().lock();
    try {
      return answer.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  private void catchUp() {
    lock.writeLock().lock();
    try {
      followMerges();
      relearnDeals();
      long behind = log.latestSequence() - cursor;
      if (behind > 0 && cursor > 0 && behind <= PAGE) readTheLatest();
      else if (behind > 0) reading.executeWithoutResult(status -> readOn());
    } catch (RuntimeException | Error failed) {
      countAnew();
      throw failed;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** What happened with a merged copy counts for the kept asset from its beginning on. */
  private void followMerges() {
    var now = assets.merged();
    if (now.equals(merged)) return;
    merged = now;
    countAnew();
  }

  private EvidenceEvent counted(EvidenceEvent event) {
    if (event.asset() == null || merged.isEmpty()) return event;
    var kept = merged.get(new AssetId(event.asset()));
    return kept == null ? event : event.of(kept);
  }

  /** One question for the few events since the last reader, which each answer adds to. */
  private void readTheLatest() {
    var events =
        new ArrayList<>(
            jdbc.sql(
                    "select "
                        + EvidenceEvent.COLUMNS
                        + " from feedback_event where seq > :from order by seq limit :page")
                .param("from", cursor)
                .param("page", PAGE)
                .query(EvidenceEvent::read)
                .list());
    var keys = new HashSet<String>();
    for (var event : events) if (event.type().equals("retraction")) keys.add(event.detail());
    retract(keys);
    take(events);
  }

  private void retract(Set<String> keys) {
    var fresh = new HashSet<>(keys);
    fresh.removeAll(retracted);
    if (cursor > 0) takeBack(fresh, cursor);
    retracted.addAll(fresh);
  }

  /** One streaming query; the driver fetches page by page because of the transaction around it. */
  private void readOn() {
    long from = cursor;
    retract(retractions(from));
    var page = new ArrayList<EvidenceEvent>(PAGE);
    try (var events =
        jdbc
            .sql(
                "select "
                    + EvidenceEvent.COLUMNS
                    + " from feedback_event where seq > :from order by seq")
            .withFetchSize(PAGE)
            .param("from", from)
            .query(EvidenceEvent::read)
            .stream()) {
      events.forEach(
          event -> {
            page.add(event);
            if (page.size() == PAGE) take(page);
          });
    }
    take(page);
  }

  private Set<String> retractions(long from) {
    return jdbc.sql(
            "select payload ->> 'retracted' from feedback_event"
                + " where type = 'retraction' and seq > :from")
        .param("from", from)
        .query(String.class)
        .set();
  }

  /** Of the events that were counted already. */
  private void takeBack(Set<String> keys, long until) {
    if (keys.isEmpty()) return;
    jdbc.sql(
            "select "
                + EvidenceEvent.COLUMNS
                + " from feedback_event where key = any(:keys) and seq <= :until")
        .param("keys", keys.toArray(String[]::new))
        .param("until", until)
        .query(EvidenceEvent::read)
        .list()
        .forEach(event -> table.apply(counted(event), -1));
  }

  private void take(List<EvidenceEvent> page) {
    if (page.isEmpty()) return;
    var newDeals = new HashSet<String>();
    for (var event : page)
      if (event.deal() != null && !table.deals.containsKey(event.deal()))
        newDeals.add(event.deal());
    learn(newDeals);
    for (var event : page) if (!retracted.contains(event.key())) table.apply(counted(event), 1);
    cursor = page.getLast().sequence();
    page.clear();
  }

  private void relearnDeals() {
    Set<String> changed;
    synchronized (changedDeals) {
      changed = new HashSet<>(changedDeals);
      changedDeals.clear();
      dealsChanged = false;
    }
    if (changed.remove("")) changed.addAll(table.deals.keySet());
    changed.retainAll(table.deals.keySet());
    var part = new HashSet<String>();
    for (var deal : changed) {
      part.add(deal);
      if (part.size() == PAGE) {
        learn(part);
        part.clear();
      }
    }
    learn(part);
  }

  private void learn(Set<String> deals) {
    if (deals.isEmpty()) return;
    var ids = deals.stream().map(OpportunityId::new).toList();
    var known = opportunities.findAll(ids);
    var histories = opportunities.stageHistories(ids);
    for (var id : ids)
      table.deal(id.value()).learn(known.get(id), histories.getOrDefault(id, List.of()));
  }
}
