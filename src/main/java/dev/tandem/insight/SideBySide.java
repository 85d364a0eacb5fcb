package dev.tandem.insight;

import dev.tandem.deals.Outcome;
import dev.tandem.insight.InfluencedRevenue.Rule;
import dev.tandem.shared.Money;
import dev.tandem.shared.TimeWindow;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

@Service
class SideBySide implements AttributionReport {

  private static final class Sums {
    final Map<Attribution, MoneySums> byModel = new EnumMap<>(Attribution.class);
    final Set<String> deals = new HashSet<>();

    List<Money> of(Attribution model) {
      return byModel.getOrDefault(model, new MoneySums()).sums();
    }
  }

  private final ReadModel readModel;
  private final InfluencedRevenue revenue;
  private final KnownAssets assets;
  private final KnownDeals deals;

  SideBySide(ReadModel readModel, InfluencedRevenue revenue, KnownAssets assets, KnownDeals deals) {
    this.readModel = readModel;
    this.revenue = revenue;
    this.assets = assets;
    this.deals = deals;
  }

  @Override
  public Page attribution(TimeWindow window, int windowDays, double halfLifeDays) {
    readModel.catchUp();
    var days = Days.of(window);
    var known = deals.now();
    var groups = new RowGroups(Grouping.ASSET, assets.byId());
    var won = revenue.won(known, days, windowDays);
    var all = new MoneySums();
    var credited = new MoneySums();
    var rows = new HashMap<String, Sums>();
    for (var deal : won) {
      all.add(deal.amount());
      if (deal.touches().isEmpty()) continue;
      credited.add(deal.amount());
      for (var touch : deal.touches())
        rows.computeIfAbsent(touch.asset(), asset -> new Sums()).deals.add(deal.id());
      for (var model : Attribution.values())
        for (var credit : deal.credits(new Rule(model, windowDays, halfLifeDays)))
          rows.computeIfAbsent(credit.asset(), asset -> new Sums())
              .byModel
              .computeIfAbsent(model, unknown -> new MoneySums())
              .add(credit.amount());
    }
    return new Page(
        rows.entrySet().stream()
            .map(row -> row(row.getKey(), groups.label(row.getKey()), row.getValue()))
            .sorted(
                Comparator.comparingDouble(SideBySide::linear).reversed().thenComparing(Row::label))
            .toList(),
        all.sums(),
        credited.sums(),
        won.size(),
        won.stream().filter(deal -> !deal.touches().isEmpty()).count(),
        known.byId().values().stream()
            .filter(deal -> deal.outcome() == Outcome.WON && deal.amount() == null)
            .filter(deal -> deal.closedOn() != null && days.contains(deal.closedOn()))
            .count());
  }

  private static Row row(String asset, String label, Sums sums) {
    var credit = new EnumMap<Attribution, List<Money>>(Attribution.class);
    for (var model : Attribution.values()) credit.put(model, sums.of(model));
    return new Row(asset, label, sums.deals.size(), credit);
  }

  private static double linear(Row row) {
    return row.credit().getOrDefault(Attribution.LINEAR, List.of()).stream()
        .mapToDouble(money -> money.amount().doubleValue())
        .max()
        .orElse(0);
  }
}
