package dev.tandem.feedback;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was seen and used at one moment of one deal: the items of a slate, or a single use without a
 * slate. It counts for its assets under the circumstance of the deal at that moment, and moves its
 * counts when that turns out to be another.
 */
final class Occasion {
  private static final class Item {
    int seen;
    int uses;
  }

  private final boolean slate;
  private final Map<AssetTrail, Item> items = new HashMap<>(2);
  private Circumstance where = Circumstance.UNKNOWN;
  final Instant at;
  @Nullable String deal;
  @Nullable String rep;

  Occasion(boolean slate, Instant at) {
    this.slate = slate;
    this.at = at;
  }

  void see(AssetTrail asset, int sign) {
    change(asset, sign, 0);
  }

  void use(AssetTrail asset, int sign) {
    change(asset, 0, sign);
  }

  private void change(AssetTrail asset, int seen, int uses) {
    var item = items.get(asset);
    if (item == null) {
      item = new Item();
      items.put(asset, item);
      asset.occurs(this);
    }
    count(asset, item, -1);
    item.seen += seen;
    item.uses += uses;
    count(asset, item, 1);
  }

  boolean isSlate() {
    return slate;
  }

  Circumstance where() {
    return where;
  }

  /** Whether the asset was before somebody's eyes here. */
  boolean showed(AssetTrail asset) {
    var item = items.get(asset);
    return item != null && (item.seen > 0 || item.uses > 0);
  }

  boolean used(AssetTrail asset) {
    var item = items.get(asset);
    return item != null && item.uses > 0;
  }

  void move(Circumstance there) {
    if (there.equals(where)) return;
    items.forEach((asset, item) -> count(asset, item, -1));
    where = there;
    items.forEach((asset, item) -> count(asset, item, 1));
  }

  private void count(AssetTrail asset, Item item, int sign) {
    if (slate && (item.seen > 0 || item.uses > 0)) asset.shown(where, sign);
    if (slate && item.uses > 0) asset.used(where, sign);
    if (item.uses != 0) asset.uses(where, sign * item.uses);
  }
}
