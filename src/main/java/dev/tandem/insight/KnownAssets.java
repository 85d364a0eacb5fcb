package dev.tandem.insight;

import dev.tandem.library.Asset;
import dev.tandem.library.Assets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The library in memory, following it by revision: reports name and label every asset there is. */
@Component
public class KnownAssets {
  private static final int PAGE = 2_000;

  private final Assets assets;
  private final Map<String, Asset> byId = new HashMap<>();
  private long revision;
  private Map<String, Asset> copy = Map.of();

  KnownAssets(Assets assets) {
    this.assets = assets;
  }

  /** All assets as they are now, by id. */
  public synchronized Map<String, Asset> byId() {
    boolean changed = false;
    for (var page = next(); !page.isEmpty(); page = next()) {
      for (var change : page) {
        if (change.asset() == null) byId.remove(change.id().value());
        else byId.put(change.id().value(), change.asset());
        revision = change.revision();
      }
      changed = true;
    }
    if (changed) copy = Collections.unmodifiableMap(new HashMap<>(byId));
    return copy;
  }

  private List<dev.tandem.library.AssetChange> next() {
    return assets.changedAfter(revision, PAGE);
  }
}
