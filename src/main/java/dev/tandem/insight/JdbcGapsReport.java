package dev.tandem.insight;

import dev.tandem.deals.Opportunity;
import dev.tandem.deals.Outcome;
import dev.tandem.shared.TimeWindow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

@Service
class JdbcGapsReport implements GapsReport {
  private static final int MOST_OF_A_KIND = 40;

  private final ReadModel readModel;
  private final GapTables tables;
  private final KnownAssets assets;
  private final KnownDeals deals;
  private final DealStages dealStages;
  private final Clock clock;

  JdbcGapsReport(
      ReadModel readModel,
      GapTables tables,
      KnownAssets assets,
      KnownDeals deals,
      DealStages dealStages,
      Clock clock) {
    this.readModel = readModel;
    this.tables = tables;
    this.assets = assets;
    this.deals = deals;
    this.dealStages = dealStages;
    this.clock = clock;
  }

  @Override
  public List<Gap> gaps(TimeWindow window) {
    readModel.catchUp();
    var days = Days.of(window);
    var today = LocalDate.now(clock);
    var known = deals.now();
    var live =
        assets.byId().values().stream().filter(a -> a.stateOn(today).recommendable()).toList();
    var lost =
        known.byId().values().stream()
            .filter(deal -> deal.outcome() == Outcome.LOST)
            .filter(deal -> deal.closedOn() != null && days.contains(deal.closedOn()))
            .sorted(Comparator.comparing((Opportunity deal) -> deal.id().value()))
            .toList();
    var open =
        known.byId().values().stream()
            .filter(deal -> deal.outcome() == Outcome.OPEN)
            .sorted(Comparator.comparing((Opportunity deal) -> deal.id().value()))
            .toList();
    var byStage = dealStages.open(known);
    var all = new ArrayList<Gap>();
    add(all, SearchGaps.of(tables.failedSearches(days), known.byId()));
    add(all, WeakDeals.of(tables.newestOfDeals(days, known.byId().keySet()), byStage));
    add(all, EmptyCells.of(live, byStage));
    add(all, Unanswered.competitors(live, open, lost));
    add(all, Unanswered.lossReasons(live, lost));
    all.sort(BY_MONEY);
    return List.copyOf(all);
  }

  private static final Comparator<Gap> BY_MONEY =
      Comparator.comparingDouble((Gap gap) -> GapMoney.largest(gap.openMoney()))
          .thenComparingDouble(gap -> GapMoney.largest(gap.lostMoney()))
          .reversed();

  private static void add(List<Gap> all, List<Gap> some) {
    some.stream().sorted(BY_MONEY).limit(MOST_OF_A_KIND).forEach(all::add);
  }
}
