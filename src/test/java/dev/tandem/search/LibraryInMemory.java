package dev.tandem.search;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetChange;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetText;
import dev.tandem.library.Assets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A library that keeps its promises but not its content. */
public final class LibraryInMemory implements Assets {
  final Queue<Long> revisionsAsked = new ConcurrentLinkedQueue<>();
  volatile boolean failing;

  /** What happens before a text is handed out. */
  volatile Runnable beforeText = () -> {};

  /** Copies with the assets that were kept; tests put them here. */
  public final Map<AssetId, AssetId> merged = new HashMap<>();

  private final Map<AssetId, AssetChange> changes = new LinkedHashMap<>();
  private final Map<AssetId, AssetText> texts = new HashMap<>();
  private long revision;

  public synchronized void put(Asset asset, @Nullable AssetText text) {
    changes.put(asset.id(), new AssetChange(++revision, asset.id(), asset));
    if (text != null) texts.put(asset.id(), text);
  }

  public synchronized void remove(AssetId id) {
    changes.put(id, new AssetChange(++revision, id, null));
  }

  @Override
  public Map<AssetId, AssetId> merged() {
    return Map.copyOf(merged);
  }

  @Override
  public synchronized Optional<Asset> find(AssetId id) {
    return Optional.ofNullable(changes.get(id)).map(AssetChange::asset);
  }

  @Override
  public Map<AssetId, Asset> findAll(Collection<AssetId> ids) {
    var found = new HashMap<AssetId, Asset>();
    ids.forEach(id -> find(id).ifPresent(asset -> found.put(id, asset)));
    return found;
  }

  @Override
  public synchronized List<Asset> all() {
    return changes.keySet().stream().flatMap(id -> find(id).stream()).toList();
  }

  @Override
  public Optional<AssetText> text(AssetId id) {
    beforeText.run();
    synchronized (this) {
      return Optional.ofNullable(texts.get(id));
    }
  }

  @Override
  public synchronized List<AssetChange> changedAfter(long after, int limit) {
    if (failing) throw new IllegalStateException("the database is away");
    revisionsAsked.add(after);
    return changes.values().stream()
        .filter(change -> change.revision() > after)
        .sorted(Comparator.comparingLong(AssetChange::revision))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized long latestRevision() {
    return revision;
  }
}
