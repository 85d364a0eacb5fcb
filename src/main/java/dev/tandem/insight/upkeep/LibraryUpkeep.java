package dev.tandem.insight.upkeep;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.Outcome;
import dev.tandem.insight.upkeep.UseCounts.Uses;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.library.LifecycleState;
import dev.tandem.library.NearCopies;
import dev.tandem.shared.ui.Formats;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What the library asks for: reviews, retirements, one of several copies. */
@Service
public class LibraryUpkeep {
  /** Nobody misses what was not used for so long. */
  static final int IDLE_DAYS = 180;

  private final Assets assets;
  private final UseCounts counts;
  private final ReviewReasons reasons;
  private final NearCopies copies;
  private final Opportunities opportunities;
  private final Clock clock;

  LibraryUpkeep(
      Assets assets,
      UseCounts counts,
      ReviewReasons reasons,
      NearCopies copies,
      Opportunities opportunities,
      Clock clock) {
    this.assets = assets;
    this.counts = counts;
    this.reasons = reasons;
    this.copies = copies;
    this.opportunities = opportunities;
    this.clock = clock;
  }

  /** Everything that should be looked at, the most pressing first. */
  public List<AssetUpkeep> toReview() {
    var library = assets.all();
    return reasons.of(library).entrySet().stream()
        .map(each -> new AssetUpkeep(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparing(AssetUpkeep::first)
                .thenComparing(each -> -each.reasons().size())
                .thenComparing(each -> each.asset().title().value()))
        .toList();
  }

  /** What may go, that with the least to lose first. */
  public List<Retirement> toRetire() {
    var today = LocalDate.now(clock);
    var uses = counts.byAsset(clock.instant());
    var idle =
        assets.all().stream()
            .filter(asset -> asset.stateOn(today) != LifecycleState.ARCHIVED)
            .filter(asset -> asset.stateOn(today) != LifecycleState.DRAFT)
            .filter(asset -> !why(asset, uses, today).isEmpty())
            .toList();
    var dealsOf = counts.deals(idle.stream().map(asset -> asset.id().value()).toList());
    var deals =
        opportunities.findAll(
            dealsOf.values().stream()
                .flatMap(List::stream)
                .distinct()
                .map(OpportunityId::new)
                .toList());
    return idle.stream()
        .map(asset -> retirement(asset, why(asset, uses, today), uses, dealsOf, deals))
        .sorted(
            Comparator.comparingInt((Retirement each) -> each.openDeals().size())
                .thenComparingLong(Retirement::usesLastYear)
                .thenComparingLong(Retirement::uses)
                .thenComparing(each -> each.asset().title().value()))
        .toList();
  }

  private static String why(Asset asset, Map<String, Uses> uses, LocalDate today) {
    var expires = asset.expiresOn();
    if (asset.stateOn(today) == LifecycleState.EXPIRED) return "expired on " + Formats.day(expires);
    var created = LocalDate.ofInstant(asset.createdAt(), ZoneId.systemDefault());
    var published = asset.publishedOn();
    var since = published != null && published.isBefore(created) ? published : created;
    if (since.isAfter(today.minusDays(IDLE_DAYS))) return "";
    var last = uses.getOrDefault(asset.id().value(), Uses.NONE).last();
    if (last == null) return "never used since " + Formats.day(since);
    var used = LocalDate.ofInstant(last, ZoneId.systemDefault());
    return used.isAfter(today.minusDays(IDLE_DAYS)) ? "" : "not used since " + Formats.day(used);
  }

  private Retirement retirement(
      Asset asset,
      String why,
      Map<String, Uses> uses,
      Map<String, List<String>> dealsOf,
      Map<OpportunityId, Opportunity> deals) {
    var counted = uses.getOrDefault(asset.id().value(), Uses.NONE);
    var open =
        dealsOf.getOrDefault(asset.id().value(), List.of()).stream()
            .map(id -> deals.get(new OpportunityId(id)))
            .filter(Objects::nonNull)
            .filter(deal -> deal.outcome() == Outcome.OPEN)
            .toList();
    var better =
        copies.of(asset.id(), 3).stream()
            .map(NearCopies.NearCopy::asset)
            .filter(id -> uses.getOrDefault(id.value(), Uses.NONE).lastYear() > counted.lastYear())
            .findFirst()
            .orElse(null);
    return new Retirement(asset, why, counted.ever(), counted.lastYear(), open, better);
  }

  /** Groups of live assets that say nearly the same. */
  public List<CopyGroup> copies() {
    var today = LocalDate.now(clock);
    var uses = counts.byAsset(clock.instant());
    var live =
        assets.all().stream()
            .filter(asset -> asset.stateOn(today).recommendable())
            .collect(Collectors.toMap(Asset::id, asset -> asset));
    Set<AssetId> taken = new HashSet<>();
    var groups = new ArrayList<CopyGroup>();
    for (var id : live.keySet().stream().sorted().toList()) {
      if (taken.contains(id)) continue;
      var group = new HashMap<AssetId, Asset>();
      group.put(id, Objects.requireNonNull(live.get(id)));
      for (var near : copies.of(id, 10)) {
        var asset = live.get(near.asset());
        if (asset != null && !taken.contains(near.asset())) group.put(near.asset(), asset);
      }
      if (group.size() < 2) continue;
      taken.addAll(group.keySet());
      groups.add(bestFirst(List.copyOf(group.values()), uses, today));
    }
    return groups;
  }

  private static CopyGroup bestFirst(List<Asset> group, Map<String, Uses> uses, LocalDate today) {
    var sorted =
        group.stream()
            .sorted(
                Comparator.comparing(
                        (Asset asset) -> asset.stateOn(today) != LifecycleState.PUBLISHED)
                    .thenComparing(LibraryUpkeep::day, Comparator.reverseOrder())
                    .thenComparing(
                        asset -> -uses.getOrDefault(asset.id().value(), Uses.NONE).lastYear())
                    .thenComparing(Asset::id))
            .toList();
    return new CopyGroup(sorted.getFirst(), sorted.subList(1, sorted.size()));
  }

  private static LocalDate day(Asset asset) {
    var published = asset.publishedOn();
    return published == null
        ? LocalDate.ofInstant(asset.changedAt(), ZoneId.systemDefault())
        : published;
  }
}
