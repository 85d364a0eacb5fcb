package dev.tandem.insight;

import dev.tandem.deals.Outcome;
import dev.tandem.insight.AssetRow.Reason;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.NearCopies;
import dev.tandem.shared.TimeWindow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class JdbcUnusedReport implements UnusedReport {
  private static final int COPIES = 3;

  /** Near copies are looked up for at most so many; the rest waits until these are dealt with. */
  private static final int LOOKED_UP = 200;

  private static final double MANY_DISMISSALS = 0.3;

  private final ReadModel readModel;
  private final PerformanceTables tables;
  private final ReasonTables reasons;
  private final KnownAssets assets;
  private final KnownDeals deals;
  private final DealStages dealStages;
  private final NearCopies copies;
  private final Clock clock;

  JdbcUnusedReport(
      ReadModel readModel,
      PerformanceTables tables,
      ReasonTables reasons,
      KnownAssets assets,
      KnownDeals deals,
      DealStages dealStages,
      NearCopies copies,
      Clock clock) {
    this.readModel = readModel;
    this.tables = tables;
    this.reasons = reasons;
    this.assets = assets;
    this.deals = deals;
    this.dealStages = dealStages;
    this.copies = copies;
    this.clock = clock;
  }

  private static final class Counts {
    long served;
    long seen;
    long opens;
    long shares;
    long uses;
    long dismissals;
  }

  @Override
  public Page unused(TimeWindow window) {
    readModel.catchUp();
    var days = Days.of(window);
    var today = LocalDate.now(clock);
    var library = assets.byId();
    var counts = new HashMap<String, Counts>();
    for (var day : tables.counts(days)) {
      var sum = counts.computeIfAbsent(day.asset(), asset -> new Counts());
      sum.served += day.served();
      sum.seen += day.seen();
      sum.opens += day.opens() + day.downloads() + day.copies();
      sum.shares += day.shares();
      sum.uses += day.uses();
      sum.dismissals += day.dismissals();
    }
    var live =
        library.values().stream().filter(asset -> asset.stateOn(today).recommendable()).toList();
    var old = live.stream().filter(asset -> !since(asset).isAfter(days.first())).toList();
    var known = deals.now();
    var outlook =
        new Outlook(
            dealStages.open(known),
            known.byId().values().stream().filter(d -> d.outcome() == Outcome.OPEN).toList(),
            today);
    var said = reasons.byAsset(days);
    var positions = middlePositions(days);
    var unused = new ArrayList<Unused>();
    for (var asset : old) {
      var id = asset.id().value();
      var sum = counts.getOrDefault(id, new Counts());
      var stuck = stuck(asset, sum);
      if (stuck == null) continue;
      unused.add(
          new Unused(
              asset,
              stuck,
              sum.served,
              sum.seen,
              positions.getOrDefault(id, Double.NaN),
              sum.opens,
              sum.dismissals,
              outlook.why(asset, stuck, sum.served, positions.getOrDefault(id, Double.NaN)),
              said.getOrDefault(id, List.<Reason>of()),
              List.of()));
    }
    unused.sort(
        Comparator.comparing(Unused::stuck)
            .thenComparing(Comparator.comparingLong(Unused::seen).reversed())
            .thenComparing(one -> one.asset().title().value()));
    for (int i = 0; i < Math.min(LOOKED_UP, unused.size()); i++)
      unused.set(i, withBetterCopies(unused.get(i), counts));
    return new Page(unused, live.size(), live.size() - old.size());
  }

  /** It came in, or was published elsewhere before. */
  private static LocalDate since(Asset asset) {
    var came = Days.day(asset.createdAt());
    var published = asset.publishedOn();
    return published != null && published.isBefore(came) ? published : came;
  }

  private static @Nullable Stuck stuck(Asset asset, Counts sum) {
    if (sum.dismissals > 0 && sum.dismissals >= MANY_DISMISSALS * Math.max(1, sum.seen))
      return Stuck.DISMISSED;
    if (sum.served == 0 && sum.uses == 0) return Stuck.NEVER_RECOMMENDED;
    if (sum.opens == 0 && sum.shares == 0) return Stuck.NEVER_OPENED;
    return sum.shares == 0 && asset.buyerSafe() ? Stuck.NEVER_SENT : null;
  }

  private Unused withBetterCopies(Unused one, Map<String, Counts> counts) {
    long uses = uses(one.asset().id(), counts);
    var better =
        copies.of(one.asset().id(), COPIES).stream()
            .map(NearCopies.NearCopy::asset)
            .filter(copy -> uses(copy, counts) > uses)
            .toList();
    if (better.isEmpty()) return one;
    var why = new ArrayList<String>(one.why());
    why.addFirst("Another asset says nearly the same and is used more; only one of them is shown.");
    return new Unused(
        one.asset(),
        one.stuck(),
        one.served(),
        one.seen(),
        one.position(),
        one.opens(),
        one.dismissals(),
        why,
        one.reasons(),
        better);
  }

  private static long uses(AssetId asset, Map<String, Counts> counts) {
    var sum = counts.get(asset.value());
    return sum == null ? 0 : sum.uses;
  }

  private Map<String, Double> middlePositions(Days days) {
    var byAsset = new HashMap<String, List<PerformanceTables.Position>>();
    for (var position : tables.positions(days))
      byAsset.computeIfAbsent(position.asset(), asset -> new ArrayList<>()).add(position);
    var middle = new HashMap<String, Double>();
    byAsset.forEach(
        (asset, all) -> {
          all.sort(Comparator.comparingInt(PerformanceTables.Position::position));
          long half = (all.stream().mapToLong(PerformanceTables.Position::seen).sum() + 1) / 2;
          for (var one : all) {
            half -= one.seen();
            if (half <= 0) {
              middle.put(asset, (double) one.position());
              break;
            }
          }
        });
    return middle;
  }
}
