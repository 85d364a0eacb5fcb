package dev.tandem.insight.alignment;

import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.Outcome;
import dev.tandem.insight.GapsReport;
import dev.tandem.insight.alignment.AlignmentPack.Gap;
import dev.tandem.requests.ContentRequest;
import dev.tandem.requests.ContentRequests;
import dev.tandem.requests.MoneyBehind;
import dev.tandem.requests.RequestFilter;
import dev.tandem.shared.Money;
import dev.tandem.shared.TimeWindow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is missing with the most money behind it: requests that are open, and the gaps as the report
 * on gaps finds them in the month. Amounts of different currencies are never added; where gaps are
 * compared it is by the currency that most open deals have.
 */
@Component
class LargestGaps {
  private static final int MOST = 3;

  private final ContentRequests requests;
  private final GapsReport report;

  LargestGaps(ContentRequests requests, GapsReport report) {
    this.requests = requests;
    this.report = report;
  }

  List<Gap> of(List<Opportunity> deals, TimeWindow window) {
    var open = deals.stream().filter(deal -> deal.outcome() == Outcome.OPEN).toList();
    var known = open.stream().collect(Collectors.toMap(Opportunity::id, Function.identity()));
    var gaps = new ArrayList<Gap>();
    for (var request : requests.list(RequestFilter.OPEN)) gaps.add(gap(request, known));
    for (var gap : report.gaps(window))
      gaps.add(
          new Gap(
              gap.kind().label() + ": " + gap.title(),
              gap.openDeals().size(),
              gap.openMoney(),
              path(gap, window)));
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

  /** Leads to this gap alone, on the days it was found in. */
  private static String path(GapsReport.Gap gap, TimeWindow window) {
    var zone = ZoneId.systemDefault();
    return UriComponentsBuilder.fromPath("performance/gaps")
        .queryParam("from", LocalDate.ofInstant(window.from(), zone))
        .queryParam("to", LocalDate.ofInstant(window.to(), zone).minusDays(1))
        .queryParam("gap", "{key}")
        .encode()
        .buildAndExpand(gap.key())
        .toUriString();
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
