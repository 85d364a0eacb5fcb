package dev.tandem.search;

import dev.tandem.library.AssetChange;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetText;
import dev.tandem.library.Assets;
import dev.tandem.library.AssetsChanged;
import dev.tandem.search.AssetIndex.Entry;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the index in step with the library. It follows the library's revisions by cursor: woken by
 * {@link AssetsChanged}, and once a second in any case, so that nothing is missed. What is indexed
 * can be found at once; it is on disk some seconds later, and what a crash takes is indexed again.
 */
@Component
public class AssetIndexer implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(AssetIndexer.class);
  private static final int BATCH = 200;
  private static final int COMMIT_AFTER_CHANGES = 2_000;
  private static final Duration COMMIT_AFTER = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final Assets assets;
  private final AssetIndex index;
  private final AssetEncoding encoding;
  private final Object following = new Object();
  private final ReentrantLock building = new ReentrantLock();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

  /** The newest change in the index, on disk or not; −1 before the first look. */
  private volatile long cursor = -1;

  /** Whether the present index is left as it is, since another one is about to take its place. */
  private volatile boolean left;

  private int uncommitted;
  private long committedAt = System.nanoTime();
  private volatile @Nullable ScheduledExecutorService thread;

  /** Looked at between assets; an interrupt would close the engine's files under its hands. */
  private volatile boolean stopping;

  AssetIndexer(Assets assets, AssetIndex index, AssetEncoding encoding) {
    this.assets = assets;
    this.index = index;
    this.encoding = encoding;
  }

  /**
   * Indexes everything anew beside the present index, then swaps; answers go on meanwhile. Waits
   * for a build that is under way.
   *
   * @param progress told now and then how many assets are done
   * @return how many assets the new index holds
   */
  public long rebuild(LongConsumer progress) {
    building.lock();
    try {
      long upTo = assets.latestRevision();
      // far behind: what is read for the new index need not go into the old one first
      left = upTo - cursor > COMMIT_AFTER_CHANGES;
      try {
        index.rebuild(everything(progress), upTo);
      } finally {
        left = false;
      }
      synchronized (following) {
        cursor = Math.max(cursor, upTo);
      }
      long held = index.status().assets();
      log.info("The search index was built: {} assets", held);
      return held;
    } finally {
      building.unlock();
    }
  }

  private void buildIfMissing() {
    building.lock();
    try {
      if (index.status().revision() < 0) rebuild(done -> {});
    } finally {
      building.unlock();
    }
  }

  /** Brings the index up to what the library holds now, found and on disk when this returns. */
  public void catchUp() {
    buildIfMissing();
    if (cursor < 0) cursor = index.status().revision();
    follow();
    synchronized (following) {
      commit();
    }
  }

  /**
   * Encodes some of the assets that were indexed without their meaning, and indexes them again.
   *
   * @param enough after this time no further one is begun
   * @param goOn asked again and again; what was encoded when it says no is kept
   * @return how many are encoded now that were not; 0 when no more are left
   */
  int encode(int most, Duration enough, BooleanSupplier goOn) {
    if (!encoding.available() || index.status().revision() < 0) return 0;
    long began = System.nanoTime();
    var waiting = index.notEncoded(encoding.model(), most);
    int encoded = 0;
    for (var id : waiting) {
      if (encoded > 0 && System.nanoTime() - began > enough.toNanos()) break;
      var asset = assets.find(id).orElse(null);
      if (asset != null && !encoding.encode(asset, assets.text(id).orElse(null), goOn)) break;
      synchronized (following) {
        putAgain(id);
      }
      encoded++;
    }
    if (!waiting.isEmpty()) index.refresh();
    return encoded;
  }

  /** How many assets are indexed without their meaning so far. */
  int notEncoded() {
    return encoding.available() ? index.countNotEncoded(encoding.model()) : 0;
  }

  /** Why nothing can be encoded, and what to do; empty where it can, or shall not. */
  Optional<String> encoderFault() {
    return encoding.fault();
  }

  /** As the library has it now: it may have changed since it was encoded. */
  private void putAgain(AssetId id) {
    var now = assets.find(id).orElse(null);
    if (now == null) index.remove(id);
    else index.put(encoding.withKnown(now, assets.text(id).orElse(null)));
    uncommitted++;
  }

  /** How many revisions of the library the index has not seen yet; each change counts one. */
  public long lag() {
    return Math.max(0, assets.latestRevision() - Math.max(0, cursor));
  }

  /** Whether the index is being built anew now. */
  public boolean isRebuilding() {
    return building.isLocked();
  }

  /** Why the index does not follow at the moment, or null. */
  public @Nullable String trouble() {
    return trouble.get();
  }

  @EventListener
  void on(AssetsChanged changed) {
    var running = thread;
    if (running != null && woken.compareAndSet(false, true)) running.execute(this::step);
  }

  @Override
  public synchronized void start() {
    if (thread != null) return;
    stopping = false;
    long revision = index.status().revision();
    // a first build reads everything itself: only what comes after it is followed
    cursor = revision < 0 ? assets.latestRevision() : revision;
    var started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("asset-indexer").factory());
    thread = started;
    if (revision < 0) buildInBackground();
    started.scheduleWithFixedDelay(this::step, 0, POLL.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void buildInBackground() {
    // computes for minutes, which a virtual thread would do at the expense of all others
    Thread.ofPlatform()
        .daemon()
        .name("index-build")
        .start(
            () -> {
              try {
                buildIfMissing();
              } catch (RuntimeException e) {
                complain("The search index cannot be built; tried again every second", e);
              }
            });
  }

  @Override
  public synchronized void stop() {
    var running = thread;
    if (running == null) return;
    stopping = true;
    thread = null;
    running.shutdown();
    try {
      boolean ended =
          running.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)
              && building.tryLock(STOP.toMillis(), TimeUnit.MILLISECONDS);
      if (ended) building.unlock();
      else log.warn("The search index is still busy; what it misses follows at the next start");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (following) {
      if (index.status().revision() >= 0) commit();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void step() {
    woken.set(false);
    try {
      if (index.status().revision() < 0 && !isRebuilding()) buildInBackground();
      follow();
      synchronized (following) {
        boolean due = System.nanoTime() - committedAt > COMMIT_AFTER.toNanos();
        if (uncommitted > COMMIT_AFTER_CHANGES || uncommitted > 0 && due) commit();
      }
      if (index.status().revision() >= 0 && trouble.getAndSet(null) != null)
        log.info("The search index follows the library again");
    } catch (RuntimeException e) {
      complain("The search index cannot follow the library; tried again every second", e);
    }
  }

  private void complain(String what, RuntimeException reason) {
    if (stopping) {
      log.info("The search index goes on at the next start ({})", reason.getMessage());
      return;
    }
    if (trouble.getAndSet(String.valueOf(reason.getMessage())) == null) log.error(what, reason);
  }

  private void follow() {
    synchronized (following) {
      List<AssetChange> changes;
      do {
        changes = assets.changedAfter(cursor, BATCH);
        if (changes.isEmpty() || left) return;
        for (var change : changes) {
          if (stopping) return;
          apply(change);
        }
        index.refresh();
        cursor = changes.getLast().revision();
        uncommitted += changes.size();
        if (uncommitted > COMMIT_AFTER_CHANGES && index.status().revision() >= 0) commit();
      } while (changes.size() == BATCH);
    }
  }

  private void apply(AssetChange change) {
    var asset = change.asset();
    if (asset == null) index.remove(change.id());
    else index.put(encoding.withKnown(asset, text(change)));
  }

  private @Nullable AssetText text(AssetChange change) {
    return assets.text(change.id()).orElse(null);
  }

  /** While the first build runs there is nothing worth keeping: its end commits. */
  private void commit() {
    if (index.status().revision() < 0) return;
    index.commit(cursor);
    uncommitted = 0;
    committedAt = System.nanoTime();
  }

  private Stream<Entry> everything(LongConsumer progress) {
    var each = new Everything(progress);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(each, 0), false)
        .mapMulti(
            (change, keep) -> {
              goOnUnlessStopping();
              var asset = change.asset();
              if (asset != null) keep.accept(encoding.withKnown(asset, text(change)));
            });
  }

  private void goOnUnlessStopping() {
    if (stopping) throw new IllegalStateException("Tandem stops");
  }

  /** All assets in batches, so that a library of any size passes through little memory. */
  private final class Everything implements Iterator<AssetChange> {
    private final LongConsumer progress;
    private Iterator<AssetChange> batch = List.<AssetChange>of().iterator();
    private long last = -1;
    private long done;

    Everything(LongConsumer progress) {
      this.progress = progress;
    }

    @Override
    public boolean hasNext() {
      goOnUnlessStopping();
      if (!batch.hasNext()) {
        progress.accept(done);
        batch = assets.changedAfter(last, BATCH).iterator();
      }
      return batch.hasNext();
    }

    @Override
    public AssetChange next() {
      var change = batch.next();
      last = change.revision();
      done++;
      return change;
    }
  }
}
