package dev.tandem.recommendation;

import dev.tandem.library.AssetChange;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.Assets;
import dev.tandem.library.AssetsChanged;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The published assets in memory, following the library by revision. It may be a moment behind:
 * what is shown in the end is checked against the library itself.
 */
@Component
class LibrarySnapshot {
  private static final Logger LOG = LoggerFactory.getLogger(LibrarySnapshot.class);
  private static final int PAGE = 2_000;
  private static final int STRETCH = 8_192;

  private final Assets assets;
  private final Taxonomy taxonomy;
  private final TermNumbers numbers = new TermNumbers();
  private final Map<AssetId, AssetTraits> byId = new ConcurrentHashMap<>();
  private final ReentrantLock catchingUp = new ReentrantLock();
  private volatile boolean behind = true;
  private volatile boolean loaded;
  private volatile List<AssetTraits> published = List.of();
  private volatile List<LabelColumns> columns = List.of();
  private long revision;

  LibrarySnapshot(Assets assets, Taxonomy taxonomy) {
    this.assets = assets;
    this.taxonomy = taxonomy;
  }

  /** Else the first who asks would wait until a large library is read. */
  @EventListener
  void load(WebServerInitializedEvent serving) {
    Thread.ofPlatform().daemon().name("library-snapshot").start(this::loadInBackground);
  }

  private void loadInBackground() {
    try {
      catchUp();
    } catch (RuntimeException e) {
      LOG.warn("The library is read when it is first needed: {}", e.toString());
    }
  }

  @EventListener
  void wake(AssetsChanged changed) {
    behind = true;
  }

  /** Another process may have written; events do not cross processes. */
  @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
  void look() {
    behind = true;
    if (loaded) catchUp();
  }

  /** All published assets by id, also those that have expired meanwhile. */
  List<AssetTraits> published() {
    catchUp();
    return published;
  }

  /** The labels of all of {@link #published}. */
  List<LabelColumns> columns() {
    catchUp();
    return columns;
  }

  /** Under which id an asset counts, see {@link Assets#keptFor}. */
  AssetId keptFor(AssetId id) {
    return assets.keptFor(id);
  }

  @Nullable AssetTraits find(AssetId id) {
    return byId.get(id);
  }

  TermNumbers numbers() {
    return numbers;
  }

  private void catchUp() {
    if (loaded && !behind) return;
    if (loaded) {
      if (!catchingUp.tryLock()) return; // somebody is at it; the present state serves meanwhile
    } else {
      catchingUp.lock();
    }
    try {
      if (loaded && !behind) return;
      behind = false;
      try {
        follow();
        loaded = true;
      } catch (RuntimeException e) {
        behind = true;
        throw e;
      }
    } finally {
      catchingUp.unlock();
    }
  }

  private void follow() {
    boolean changed = !loaded;
    List<AssetChange> changes;
    do {
      changes = assets.changedAfter(revision, PAGE);
      for (var change : changes) {
        apply(change);
        revision = change.revision();
        changed = true;
      }
    } while (changes.size() == PAGE);
    if (!changed) return;
    published = byId.values().stream().sorted(Comparator.comparing(AssetTraits::id)).toList();
    columns = LabelColumns.of(published, STRETCH);
  }

  private void apply(AssetChange change) {
    var asset = change.asset();
    if (asset == null || asset.status() != AssetStatus.PUBLISHED) byId.remove(change.id());
    else byId.put(change.id(), AssetTraits.of(asset, numbers, this::canonical));
  }

  private Term canonical(Term term) {
    return taxonomy.resolve(term.dimension(), term.label()).orElse(term);
  }
}
