package dev.tandem.feedback;

import dev.tandem.library.AssetId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All counts, built from events one by one. Not safe for several threads. */
final class EvidenceTable {
  final Map<String, AssetTrail> assets = new HashMap<>();
  final Map<String, DealTrail> deals = new HashMap<>();
  private final Map<String, Occasion> slates = new HashMap<>();

  /** The deals of the events are known to the table already, see {@link #deal}. */
  void apply(EvidenceEvent event, int sign) {
    var slate = event.slate() == null ? null : slate(event.slate(), event);
    if (event.asset() == null) return;
    var asset = assets.computeIfAbsent(event.asset(), unused -> new AssetTrail());
    asset.count(event, sign);
    if (event.type().equals("impression") && slate != null) slate.see(asset, sign);
    if (!event.isUse()) return;
    var deal = slate != null && event.deal() == null ? slate.deal : event.deal();
    if (slate != null) slate.use(asset, sign);
    else useAlone(event, asset, sign);
    if (deal == null) return;
    var trail = deal(deal);
    if (event.reachesBuyer()) trail.reach(asset, sign);
    if (event.type().equals("share")) trail.send(new AssetId(event.asset()), event.at(), sign);
  }

  private Occasion slate(String id, EvidenceEvent event) {
    var slate = slates.computeIfAbsent(id, unused -> new Occasion(true, event.at()));
    if (slate.deal == null && event.deal() != null) {
      slate.deal = event.deal();
      deal(event.deal()).add(slate);
    }
    if (slate.rep == null) slate.rep = event.rep();
    return slate;
  }

  private void useAlone(EvidenceEvent event, AssetTrail asset, int sign) {
    var before = sign > 0 ? null : asset.alone(event);
    if (before != null) {
      before.use(asset, sign);
      return;
    }
    var occasion = new Occasion(false, event.at());
    occasion.deal = event.deal();
    occasion.rep = event.rep();
    if (event.deal() != null) deal(event.deal()).add(occasion);
    occasion.use(asset, sign);
  }

  DealTrail deal(String id) {
    return deals.computeIfAbsent(id, unused -> new DealTrail());
  }

  @Nullable AssetTrail asset(AssetId id) {
    return assets.get(id.value());
  }
}
