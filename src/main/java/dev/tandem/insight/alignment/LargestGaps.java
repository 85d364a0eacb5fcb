package dev.tandem.insight.alignment;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.Outcome;
import dev.tandem.insight.alignment.AlignmentPack.Gap;
import dev.tandem.requests.ContentRequest;
import dev.tandem.requests.ContentRequests;
import dev.tandem.requests.MoneyBehind;
import dev.tandem.requests.RequestFilter;
import dev.tandem.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What is missing with the most money behind it: requests that are open, and open deals that got no
 * content yet, by the buyer's stage. Amounts of different currencies are never added; where gaps
 * are compared it is by the currency that most open deals have.
 */
@Component
class LargestGaps {
  private static final int MOST = 3;

  private final ContentRequests requests;
  private final Opportunities opportunities;

  LargestGaps(ContentRequests requests, Opportunities opportunities) {
    this.requests = requests;
    this.opportunities = opportunities;
  }

  List<Gap> of(List<Opportunity> deals, Set<String> dealsWithContent) {
    var open = deals.stream().filter(deal -> deal.outcome() == Outcome.OPEN).toList();
    var known = open.stream().collect(Collectors.toMap(Opportunity::id, Function.identity()));
    var gaps = new ArrayList<Gap>();
    for (var request : requests.list(RequestFilter.OPEN)) gaps.add(gap(request, known));
    var without = new TreeMap<String, List<Opportunity>>();
    for (var deal : open)
      if (!dealsWithContent.contains(deal.id().value())) {
        var stage = opportunities.stageOf(deal).stage();
        without
            .computeIfAbsent(
                stage == null ? "an unknown stage" : stage.label(), s -> new ArrayList<>())
            .add(deal);
      }
    without.forEach(
        (stage, some) -> {
          var money = MoneyBehind.of(some);
          gaps.add(
              new Gap(
                  "Open deals at " + stage + " on which no content was used",
                  money.openDeals(),
                  money.sums(),
                  "deals"));
        });
    var main = mainCurrency(open);
    return gaps.stream()
        .filter(gap -> gap.openDeals() > 0)
        .sorted(
            Comparator.comparing((Gap gap) -> amount(gap, main))
                .thenComparing(Gap::openDeals)
                .reversed()
                .thenComparing(Gap::what))
        .limit(MOST)
        .toList();
  }

  private static Gap gap(ContentRequest request, Map<OpportunityId, Opportunity> known) {
    var deals = new HashSet<Opportunity>();
    request.deals().stream().map(known::get).filter(Objects::nonNull).forEach(deals::add);
    var money = MoneyBehind.of(deals);
    return new Gap(
        "Asked for: " + request.wish().need(),
        money.openDeals(),
        money.sums(),
        "requests/" + request.id());
  }

  private static Optional<Currency> mainCurrency(List<Opportunity> open) {
    return open.stream()
        .map(Opportunity::amount)
        .filter(Objects::nonNull)
        .collect(Collectors.groupingBy(Money::currency, Collectors.counting()))
        .entrySet()
        .stream()
        .max(
            Comparator.comparing(Map.Entry<Currency, Long>::getValue)
                .thenComparing(each -> each.getKey().getCurrencyCode()))
        .map(Map.Entry::getKey);
  }

  private static BigDecimal amount(Gap gap, Optional<Currency> currency) {
    return gap.money().stream()
        .filter(sum -> currency.filter(sum.currency()::equals).isPresent())
        .map(Money::amount)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }
}
