package dev.tandem.insight;

import dev.tandem.deals.Opportunity;
import dev.tandem.deals.Outcome;
import dev.tandem.insight.PerformanceTables.FirstUse;
import dev.tandem.shared.TimeWindow;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

@Service
class JdbcChampionsReport implements ChampionsReport {
  private static final int MOST = 200;

  private final ReadModel readModel;
  private final PerformanceTables tables;
  private final KnownAssets assets;
  private final KnownDeals deals;

  JdbcChampionsReport(
      ReadModel readModel, PerformanceTables tables, KnownAssets assets, KnownDeals deals) {
    this.readModel = readModel;
    this.tables = tables;
    this.assets = assets;
    this.deals = deals;
  }

  @Override
  public List<Champion> champions(TimeWindow window) {
    readModel.catchUp();
    var days = Days.of(window);
    var library = assets.byId();
    var labels = new RowGroups(Grouping.ASSET, library);
    var won =
        deals.now().byId().values().stream()
            .filter(deal -> deal.outcome() == Outcome.WON)
            .filter(deal -> deal.closedOn() != null && days.contains(deal.closedOn()))
            .sorted(
                Comparator.comparing(JdbcChampionsReport::closed)
                    .reversed()
                    .thenComparing(deal -> deal.id().value()))
            .toList();
    var uses =
        tables.firstUses(won.stream().map(deal -> deal.id().value()).toList()).stream()
            .collect(Collectors.groupingBy(FirstUse::deal));
    return won.stream()
        .filter(deal -> uses.containsKey(deal.id().value()))
        .limit(MOST)
        .map(
            deal ->
                new Champion(
                    deal,
                    uses.getOrDefault(deal.id().value(), List.of()).stream()
                        .map(
                            use -> {
                              var asset = library.get(use.asset());
                              return new Part(
                                  use.asset(),
                                  labels.label(use.asset()),
                                  asset == null ? null : asset.author(),
                                  asset == null ? null : asset.owner(),
                                  use.uses());
                            })
                        .toList()))
        .toList();
  }

  private static LocalDate closed(Opportunity deal) {
    return Objects.requireNonNull(deal.closedOn());
  }
}
