package dev.tandem.recommendation;

import dev.tandem.learning.Kin;
import dev.tandem.learning.PersonKey;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.RankingModels;
import dev.tandem.learning.Rival;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.search.TextNeighbours;
import jakarta.annotation.PreDestroy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What assets take after. Looking it up takes milliseconds an asset, so a request never waits for
 * it: what is not known yet is looked up behind it and counts from the next one on.
 */
@Component
class AssetKin {
  private static final Logger LOG = LoggerFactory.getLogger(AssetKin.class);
  private static final int MOST_NEAR = 5;

  private final Assets assets;
  private final TextNeighbours neighbours;
  private final LibrarySnapshot library;
  private final RankingModels models;
  private final Map<AssetId, Known> known = new ConcurrentHashMap<>();
  private final Set<AssetId> wanted = ConcurrentHashMap.newKeySet();
  private final ExecutorService behind =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY).name("asset-kin").factory());

  /**
   * @param of the asset as it was then; another object once it has changed
   */
  private record Known(AssetTraits of, Kin kin) {}

  AssetKin(
      Assets assets, TextNeighbours neighbours, LibrarySnapshot library, RankingModels models) {
    this.assets = assets;
    this.neighbours = neighbours;
    this.library = library;
    this.models = models;
  }

  /** As far as it is known at this moment; nothing while no model asks for it. */
  Kin ifKnown(AssetTraits asset) {
    var found = known.get(asset.id());
    if (found != null && found.of() == asset) return found.kin();
    if (!asked()) return Kin.NONE;
    if (wanted.add(asset.id())) lookUpBehind(asset.id());
    return found == null ? Kin.NONE : found.kin();
  }

  private boolean asked() {
    return models.inUse().asksForKin()
        || models.rival().map(Rival::model).filter(RankingModel::asksForKin).isPresent();
  }

  private void lookUpBehind(AssetId asset) {
    try {
      behind.execute(
          () -> {
            anew(asset);
            wanted.remove(asset);
          });
    } catch (RejectedExecutionException e) {
      LOG.debug("Tandem stops", e);
    }
  }

  /** Looks it up now, and remembers it; nothing where the search does not answer. */
  Kin anew(AssetId id) {
    var traits = library.find(id);
    Kin kin;
    try {
      kin = lookUp(id);
    } catch (RuntimeException e) {
      LOG.warn("What {} takes after cannot be told: {}", id, e.toString());
      kin = Kin.NONE;
    }
    if (traits != null) known.put(id, new Known(traits, kin));
    return kin;
  }

  private Kin lookUp(AssetId id) {
    var asset = assets.find(id).orElse(null);
    if (asset == null) return Kin.NONE;
    var closeness = new HashMap<AssetId, Double>();
    neighbours
        .of(asset, MOST_NEAR)
        .forEach(
            (near, close) -> {
              var traits = library.find(near);
              // one object an asset: a large library is held in memory
              if (traits != null) closeness.put(traits.id(), close);
            });
    var author = asset.author();
    return Kin.of(author == null || author.isBlank() ? null : PersonKey.author(author), closeness);
  }

  @PreDestroy
  void stop() {
    behind.shutdownNow();
  }
}
