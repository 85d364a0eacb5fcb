package dev.tandem.recommendation.ui;

import dev.tandem.deals.Opportunity;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetChange;
import dev.tandem.library.Assets;
import dev.tandem.library.Label;
import dev.tandem.taxonomy.Term;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What came into the library lately and is about what a rep's deals are about. */
@Component
class FreshContent {
  private static final int DAYS = 60;

  /** The newest changes only: home must stay fast in a library of any size. */
  private static final int LOOKED_AT = 500;

  private final Assets assets;
  private final Clock clock;

  FreshContent(Assets assets, Clock clock) {
    this.assets = assets;
    this.clock = clock;
  }

  /**
   * @param why the deals and the words they share with it
   */
  record Fresh(Asset asset, LocalDate on, List<Opportunity> deals, List<String> why) {}

  List<Fresh> forDeals(List<Opportunity> deals, int limit) {
    var today = LocalDate.now(clock);
    long from = Math.max(0, assets.latestRevision() - LOOKED_AT);
    return assets.changedAfter(from, LOOKED_AT).stream()
        .map(AssetChange::asset)
        .filter(Objects::nonNull)
        .filter(asset -> asset.stateOn(today).recommendable())
        .map(asset -> match(asset, deals))
        .flatMap(Optional::stream)
        .filter(fresh -> fresh.on().isAfter(today.minusDays(DAYS)) && !fresh.on().isAfter(today))
        .sorted(
            Comparator.comparing((Fresh fresh) -> fresh.why().size())
                .thenComparing(Fresh::on)
                .reversed())
        .limit(limit)
        .toList();
  }

  private static Optional<Fresh> match(Asset asset, List<Opportunity> deals) {
    var fitting = new ArrayList<Opportunity>();
    var why = new ArrayList<String>();
    var about = new HashSet<>(asset.terms().stream().map(Label::value).toList());
    for (var deal : deals) {
      var shared = telling(deal).stream().filter(about::contains).map(Term::label).toList();
      if (shared.isEmpty()) continue;
      fitting.add(deal);
      shared.stream().filter(word -> !why.contains(word)).forEach(why::add);
    }
    if (fitting.isEmpty()) return Optional.empty();
    var on =
        asset.publishedOn() != null
            ? asset.publishedOn()
            : LocalDate.ofInstant(asset.createdAt(), ZoneId.systemDefault());
    return Optional.of(new Fresh(asset, on, fitting, why));
  }

  /** Personas and regions are shared by nearly everything, so they say little. */
  private static List<Term> telling(Opportunity deal) {
    var terms = new ArrayList<Term>(deal.products());
    terms.addAll(deal.competitors());
    if (deal.industry() != null) terms.add(deal.industry());
    return terms;
  }
}
