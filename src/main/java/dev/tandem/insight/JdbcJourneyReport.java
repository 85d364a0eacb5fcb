package dev.tandem.insight;

import dev.tandem.deals.Outcome;
import dev.tandem.insight.PerformanceTables.DayCounts;
import dev.tandem.library.Asset;
import dev.tandem.library.Label;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.TimeWindow;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class JdbcJourneyReport implements JourneyReport {
  private static final int MOST_ELSEWHERE = 50;

  private final ReadModel readModel;
  private final PerformanceTables tables;
  private final ReachTables reaches;
  private final DealPaths dealPaths;
  private final KnownAssets assets;
  private final KnownDeals deals;
  private final DealStages dealStages;
  private final Clock clock;

  JdbcJourneyReport(
      ReadModel readModel,
      PerformanceTables tables,
      ReachTables reaches,
      DealPaths dealPaths,
      KnownAssets assets,
      KnownDeals deals,
      DealStages dealStages,
      Clock clock) {
    this.readModel = readModel;
    this.tables = tables;
    this.reaches = reaches;
    this.dealPaths = dealPaths;
    this.assets = assets;
    this.deals = deals;
    this.dealStages = dealStages;
    this.clock = clock;
  }

  @Override
  public Page journey(TimeWindow window) {
    readModel.catchUp();
    var days = Days.of(window);
    var known = deals.now();
    var library = assets.byId();
    var counts = tables.counts(days);
    var decided =
        known.byId().values().stream()
            .filter(deal -> deal.outcome() != Outcome.OPEN)
            .filter(deal -> deal.closedOn() != null && days.contains(deal.closedOn()))
            .collect(
                Collectors.toMap(deal -> deal.id().value(), deal -> deal.outcome() == Outcome.WON));
    return new Page(
        lines(days, known, library, counts),
        cells(library, counts),
        elsewhere(library, counts),
        paths(library, decided));
  }

  private List<StageLine> lines(
      Days days, KnownDeals.Deals known, Map<String, Asset> library, List<DayCounts> counts) {
    var today = LocalDate.now(clock);
    var open = dealStages.open(known);
    var byStage =
        reaches
            .of(days)
            .deals(
                new RowGroups(Grouping.STAGE, library),
                known.outcomes(
                    reaches.numbers(),
                    deal ->
                        deal.outcome() != Outcome.OPEN
                            && deal.closedOn() != null
                            && days.contains(deal.closedOn())));
    return Arrays.stream(JourneyStage.values())
        .map(
            stage -> {
              var there = open.getOrDefault(stage, List.of());
              var money = new MoneySums();
              for (var deal : there) if (deal.amount() != null) money.add(deal.amount());
              var at = counts.stream().filter(count -> stage.id().equals(count.stage())).toList();
              return new StageLine(
                  stage,
                  library.values().stream()
                      .filter(asset -> asset.stateOn(today).recommendable())
                      .filter(asset -> madeFor(asset).contains(stage))
                      .count(),
                  there.size(),
                  money.sums(),
                  at.stream().mapToLong(DayCounts::served).sum(),
                  at.stream().mapToLong(DayCounts::uses).sum(),
                  byStage.getOrDefault(stage.id(), PerformanceRow.DealCounts.NONE).winRate());
            })
        .toList();
  }

  private List<Cell> cells(Map<String, Asset> library, List<DayCounts> counts) {
    record Place(ContentType type, JourneyStage stage) {}
    var today = LocalDate.now(clock);
    var sums = new HashMap<Place, long[]>();
    for (var asset : library.values())
      if (asset.stateOn(today).recommendable())
        for (var stage : madeFor(asset))
          sums.computeIfAbsent(new Place(asset.type().value(), stage), p -> new long[3])[0]++;
    for (var count : counts) {
      var asset = library.get(count.asset());
      var stage = stage(count);
      if (asset == null || stage == null) continue;
      var sum = sums.computeIfAbsent(new Place(asset.type().value(), stage), p -> new long[3]);
      sum[1] += count.served();
      sum[2] += count.uses();
    }
    return sums.entrySet().stream()
        .map(
            sum ->
                new Cell(
                    sum.getKey().type(),
                    sum.getKey().stage(),
                    sum.getValue()[0],
                    sum.getValue()[1],
                    sum.getValue()[2]))
        .sorted(Comparator.comparing(Cell::type).thenComparing(Cell::stage))
        .toList();
  }

  private static List<Elsewhere> elsewhere(Map<String, Asset> library, List<DayCounts> counts) {
    var uses = new HashMap<String, Map<JourneyStage, Long>>();
    for (var count : counts) {
      var stage = stage(count);
      if (stage != null && count.uses() > 0)
        uses.computeIfAbsent(count.asset(), asset -> new EnumMap<>(JourneyStage.class))
            .merge(stage, count.uses(), Long::sum);
    }
    var found = new ArrayList<Elsewhere>();
    uses.forEach(
        (id, byStage) -> {
          var asset = library.get(id);
          if (asset == null || asset.stages().isEmpty()) return;
          long all = byStage.values().stream().mapToLong(Long::longValue).sum();
          var most = byStage.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
          var madeFor = madeFor(asset);
          if (all >= AssetRow.FEWEST_STAGED_USES && !madeFor.contains(most.getKey()))
            found.add(
                new Elsewhere(
                    id,
                    asset.title().value(),
                    madeFor,
                    most.getKey(),
                    new Proportion(most.getValue(), all)));
        });
    return found.stream()
        .sorted(
            Comparator.comparingLong((Elsewhere one) -> one.there().successes())
                .reversed()
                .thenComparing(Elsewhere::label))
        .limit(MOST_ELSEWHERE)
        .toList();
  }

  private Paths paths(Map<String, Asset> library, Map<String, Boolean> decided) {
    record Key(boolean won, int place, ContentType from, @Nullable ContentType to) {}
    var kinds = new HashMap<String, Set<ContentType>>();
    var used = dealPaths.used(decided.keySet());
    var types = new ContentType[used.names().end()];
    for (int i = 0; i < types.length; i++) {
      var asset = library.get(used.names().name(i));
      if (asset != null) types[i] = asset.type().value();
    }
    for (var path : used.paths()) {
      var found = new LinkedHashSet<ContentType>(); // in the order of first uses
      for (int asset : path.assets()) {
        if (types[asset] != null) found.add(types[asset]);
        if (found.size() == Paths.LONGEST) break;
      }
      if (!found.isEmpty()) kinds.put(path.deal(), found);
    }
    var steps = new HashMap<Key, Long>();
    long won = 0;
    for (var path : kinds.entrySet()) {
      boolean isWon = Boolean.TRUE.equals(decided.get(path.getKey()));
      if (isWon) won++;
      var all = List.copyOf(path.getValue());
      for (int i = 0; i < all.size(); i++)
        steps.merge(
            new Key(isWon, i + 1, all.get(i), i + 1 < all.size() ? all.get(i + 1) : null),
            1L,
            Long::sum);
    }
    return new Paths(
        won,
        kinds.size() - won,
        steps.entrySet().stream()
            .map(
                step ->
                    new Step(
                        step.getKey().won(),
                        step.getKey().place(),
                        step.getKey().from(),
                        step.getKey().to(),
                        step.getValue()))
            .sorted(
                Comparator.comparing(Step::won)
                    .reversed()
                    .thenComparingInt(Step::place)
                    .thenComparing(Comparator.comparingLong(Step::deals).reversed())
                    .thenComparing(Step::from))
            .toList());
  }

  private static @Nullable JourneyStage stage(DayCounts count) {
    return count.stage() == null ? null : JourneyStage.parse(count.stage()).orElse(null);
  }

  private static List<JourneyStage> madeFor(Asset asset) {
    return asset.stages().stream().map(Label::value).toList();
  }
}
