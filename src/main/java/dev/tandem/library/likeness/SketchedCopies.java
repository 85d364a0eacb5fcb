package dev.tandem.library.likeness;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetChange;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.library.AssetsChanged;
import dev.tandem.library.NearCopies;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Follows the library by revision with a sketch of each text in memory, 64 numbers an asset. Nobody
 * waits for it: what it has not read yet is no near copy.
 */
@Component
class SketchedCopies implements NearCopies {
  private static final int PAGE = 500;

  private static final Logger LOG = LoggerFactory.getLogger(SketchedCopies.class);

  /** From here on people would call it the same text with changes. */
  private static final double NEARLY_THE_SAME = 0.6;

  /** An estimate from a sketch may be so far below. */
  private static final double SAMPLING = 0.15;

  /** From here on a reader who has seen one has seen the other. */
  private static final double ONE_IS_ENOUGH = 0.8;

  private final Assets assets;
  private final Sketches kept;
  private final Map<AssetId, TextSketch> sketches = new ConcurrentHashMap<>();
  private final ReentrantLock catchingUp = new ReentrantLock();
  private volatile boolean behind = true;
  private volatile boolean stopping;
  private long revision;

  SketchedCopies(Assets assets, Sketches kept) {
    this.assets = assets;
    this.kept = kept;
  }

  @EventListener
  void wake(AssetsChanged changed) {
    behind = true;
  }

  @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT10S")
  void look() {
    try {
      catchUp();
    } catch (RuntimeException e) {
      if (stopping) LOG.debug("Near copies are looked for on at the next start", e);
      else LOG.warn("Near copies cannot be looked for; tried again in a moment: {}", e.toString());
    }
  }

  @EventListener
  void stop(ContextClosedEvent closing) {
    stopping = true;
  }

  @Override
  public void catchUp() {
    catchingUp.lock();
    try {
      List<AssetChange> changes;
      do {
        behind = false;
        changes = assets.changedAfter(revision, PAGE);
        if (!changes.isEmpty()) follow(changes);
      } while (!stopping && (changes.size() == PAGE || behind));
    } finally {
      catchingUp.unlock();
    }
  }

  private void follow(List<AssetChange> changes) {
    var known = kept.find(changes.stream().map(AssetChange::id).toList());
    for (var change : changes) {
      if (stopping) return;
      var asset = change.asset();
      if (asset == null) sketches.remove(change.id());
      else {
        var sketch = known.get(change.id());
        if (sketch == null || sketch.version() != asset.version()) sketch = read(asset);
        if (sketch.sketch().tells()) sketches.put(asset.id(), sketch.sketch());
        else sketches.remove(asset.id());
      }
      revision = change.revision();
    }
  }

  private Sketches.Kept read(Asset asset) {
    var phrases = assets.text(asset.id()).map(Phrases::of).orElse(new Phrases(new long[0]));
    var sketch = new Sketches.Kept(asset.version(), TextSketch.of(phrases));
    kept.keep(asset.id(), sketch);
    return sketch;
  }

  @Override
  public boolean sayTheSame(AssetId one, AssetId other) {
    var mine = sketches.get(one);
    var others = sketches.get(other);
    return mine != null && others != null && mine.resemblance(others) >= ONE_IS_ENOUGH;
  }

  @Override
  public List<NearCopy> of(AssetId id, int limit) {
    var mine = sketches.get(id);
    if (mine == null) return List.of();
    var text = assets.text(id).map(Phrases::of).orElse(new Phrases(new long[0]));
    return sketches.entrySet().stream()
        .filter(each -> !each.getKey().equals(id))
        .map(each -> new NearCopy(each.getKey(), mine.resemblance(each.getValue())))
        .filter(each -> each.resemblance() >= NEARLY_THE_SAME - SAMPLING)
        .sorted(mostAlikeFirst())
        .limit(2L * limit)
        .map(each -> new NearCopy(each.asset(), counted(text, each.asset())))
        .filter(each -> each.resemblance() >= NEARLY_THE_SAME)
        .sorted(mostAlikeFirst())
        .limit(limit)
        .toList();
  }

  @Override
  public Map<AssetId, List<NearCopy>> among(Set<AssetId> wanted) {
    var some = new HashMap<AssetId, TextSketch>();
    sketches.forEach(
        (id, sketch) -> {
          if (wanted.contains(id)) some.put(id, sketch);
        });
    var texts = new RecentPhrases();
    var found = new HashMap<AssetId, List<NearCopy>>();
    for (var pair : Bands.alike(some, NEARLY_THE_SAME - SAMPLING)) {
      double counted = texts.of(pair.one()).resemblance(texts.of(pair.other()));
      if (counted < NEARLY_THE_SAME) continue;
      add(found, pair.one(), new NearCopy(pair.other(), counted));
      add(found, pair.other(), new NearCopy(pair.one(), counted));
    }
    found.values().forEach(copies -> copies.sort(mostAlikeFirst()));
    return found;
  }

  private static void add(Map<AssetId, List<NearCopy>> found, AssetId id, NearCopy copy) {
    found.computeIfAbsent(id, none -> new ArrayList<>()).add(copy);
  }

  /** Pairs come in the order of their ids, so that a few texts are enough to keep. */
  private final class RecentPhrases {
    private static final int KEPT = 500;

    private final Map<AssetId, Phrases> recent = new LinkedHashMap<>();

    Phrases of(AssetId id) {
      var known = recent.get(id);
      if (known != null) return known;
      if (recent.size() >= KEPT) recent.remove(recent.keySet().iterator().next());
      var read = assets.text(id).map(Phrases::of).orElse(new Phrases(new long[0]));
      recent.put(id, read);
      return read;
    }
  }

  private double counted(Phrases text, AssetId other) {
    return assets.text(other).map(Phrases::of).map(text::resemblance).orElse(0.0);
  }

  private static Comparator<NearCopy> mostAlikeFirst() {
    return Comparator.comparingDouble(NearCopy::resemblance)
        .reversed()
        .thenComparing(NearCopy::asset);
  }
}
