package dev.tandem.insight;

import dev.tandem.deals.Opportunity;
import dev.tandem.deals.Outcome;
import dev.tandem.insight.DealPaths.Path;
import dev.tandem.insight.NameNumbers.Known;
import dev.tandem.library.Asset;
import dev.tandem.shared.TimeWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

@Service
class JdbcChampionsReport implements ChampionsReport {
  private static final int MOST = 200;

  private final ReadModel readModel;
  private final DealPaths paths;
  private final KnownAssets assets;
  private final KnownDeals deals;

  JdbcChampionsReport(ReadModel readModel, DealPaths paths, KnownAssets assets, KnownDeals deals) {
    this.readModel = readModel;
    this.paths = paths;
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
    var champions = new ArrayList<Champion>();
    for (int from = 0; from < won.size() && champions.size() < MOST; from += MOST) {
      var some = won.subList(from, Math.min(won.size(), from + MOST));
      var used = paths.used(some.stream().map(deal -> deal.id().value()).toList());
      var byDeal = used.paths().stream().collect(Collectors.toMap(Path::deal, Function.identity()));
      for (var deal : some) {
        var path = byDeal.get(deal.id().value());
        if (path != null && champions.size() < MOST)
          champions.add(new Champion(deal, parts(path, used.names(), library, labels)));
      }
    }
    return List.copyOf(champions);
  }

  private static List<Part> parts(
      Path path, Known names, Map<String, Asset> library, RowGroups labels) {
    var parts = new ArrayList<Part>();
    for (int i = 0; i < path.assets().length; i++) {
      var id = names.name(path.assets()[i]);
      var asset = library.get(id);
      parts.add(
          new Part(
              id,
              labels.label(id),
              asset == null ? null : asset.author(),
              asset == null ? null : asset.owner(),
              path.uses()[i]));
    }
    return parts;
  }

  private static LocalDate closed(Opportunity deal) {
    return Objects.requireNonNull(deal.closedOn());
  }
}
