package dev.tandem.insight.upkeep;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.Outcome;
import dev.tandem.insight.KnownAssets;
import dev.tandem.insight.upkeep.UseCounts.Uses;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.LifecycleState;
import dev.tandem.library.NearCopies;
import dev.tandem.shared.ui.Formats;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the library asks for: reviews, retirements, one of several copies. */
@Service
public class LibraryUpkeep {
  /** Nobody misses what was not used for so long. */
  static final int IDLE_DAYS = 180;

  private final KnownAssets assets;
  private final UseCounts counts;
  private final ReviewReasons reasons;
  private final NearCopies copies;
  private final Opportunities opportunities;
  private final Clock clock;

  LibraryUpkeep(
      KnownAssets assets,
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
    return reasons.of(assets.byId().values()).entrySet().stream()
        .map(each -> new AssetUpkeep(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparing(AssetUpkeep::first)
                .thenComparing(each -> -each.reasons().size())
                .thenComparing(each -> each.asset().title().value()))
        .toList();
  }

  /**
   * What may go, that with the least to lose first.
   *
   * @param total of which {@code first} are told in full
   */
  public record Retirements(List<Retirement> first, int total) {
    public Retirements {
      first = List.copyOf(first);
    }
  }

  public Retirements toRetire(int most) {
    var today = LocalDate.now(clock);
    var uses = counts.byAsset(today);
    var idle =
        assets.byId().values().stream()
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
    var first =
        idle.stream()
            .map(asset -> retirement(asset, why(asset, uses, today), uses, dealsOf, deals))
            .sorted(
                Comparator.comparingInt((Retirement each) -> each.openDeals().size())
                    .thenComparingLong(Retirement::usesLastYear)
                    .thenComparingLong(Retirement::uses)
                    .thenComparing(each -> each.asset().title().value()))
            .limit(most)
            .map(each -> each.instead(better(each, uses)))
            .toList();
    return new Retirements(first, idle.size());
  }

  private static String why(Asset asset, Map<String, Uses> uses, LocalDate today) {
    var expires = asset.expiresOn();
    if (expires != null && asset.stateOn(today) == LifecycleState.EXPIRED)
      return "expired on " + Formats.day(expires);
    var created = LocalDate.ofInstant(asset.createdAt(), ZoneId.systemDefault());
    var published = asset.publishedOn();
    var since = published != null && published.isBefore(created) ? published : created;
    if (since.isAfter(today.minusDays(IDLE_DAYS))) return "";
    var last = uses.getOrDefault(asset.id().value(), Uses.NONE).last();
    if (last == null) return "never used since " + Formats.day(since);
    return last.isAfter(today.minusDays(IDLE_DAYS)) ? "" : "not used since " + Formats.day(last);
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
    return new Retirement(asset, why, counted.ever(), counted.lastYear(), open, null);
  }

  private @Nullable AssetId better(Retirement each, Map<String, Uses> uses) {
    return copies.of(each.asset().id(), 3).stream()
        .map(NearCopies.NearCopy::asset)
        .filter(id -> uses.getOrDefault(id.value(), Uses.NONE).lastYear() > each.usesLastYear())
        .findFirst()
        .orElse(null);
  }

  /** Groups of live assets that say nearly the same. */
  public List<CopyGroup> copies() {
    var today = LocalDate.now(clock);
    var uses = counts.byAsset(today);
    var live =
        assets.byId().values().stream()
            .filter(asset -> asset.stateOn(today).recommendable())
            .collect(Collectors.toMap(Asset::id, asset -> asset));
    Set<AssetId> taken = new HashSet<>();
    var groups = new ArrayList<CopyGroup>();
    var near = copies.among(live.keySet());
    for (var id : near.keySet().stream().sorted().toList()) {
      if (!taken.add(id)) continue;
      var group = new ArrayList<Asset>();
      group.add(Objects.requireNonNull(live.get(id)));
      for (var copy : near.getOrDefault(id, List.of())) {
        var asset = live.get(copy.asset());
        if (asset != null && taken.add(copy.asset())) group.add(asset);
      }
      if (group.size() > 1) groups.add(bestFirst(group, uses, today));
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
