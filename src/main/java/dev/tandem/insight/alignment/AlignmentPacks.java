package dev.tandem.insight.alignment;

import dev.tandem.deals.Opportunity;
import dev.tandem.deals.Outcome;
import dev.tandem.insight.DealContent;
import dev.tandem.insight.KnownAssets;
import dev.tandem.insight.KnownDeals;
import dev.tandem.insight.PeriodCounts;
import dev.tandem.insight.PeriodCounts.Counts;
import dev.tandem.insight.alignment.AlignmentPack.Figure;
import dev.tandem.insight.alignment.AlignmentPack.LossReason;
import dev.tandem.insight.alignment.AlignmentPack.Promise;
import dev.tandem.insight.alignment.AlignmentPack.Win;
import dev.tandem.library.Asset;
import dev.tandem.requests.PromiseLedger;
import dev.tandem.shared.Money;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.TimeWindow;
import dev.tandem.taxonomy.Glossary;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Makes the pack of any month, from what is known now. */
@Service
public class AlignmentPacks {
  private static final int WINS = 5, CONTENT = 3, AT_ONCE = 20;

  private final PeriodCounts counts;
  private final DealContent content;
  private final LargestGaps gaps;
  private final LeadJourney journey;
  private final PromiseLedger ledger;
  private final Issues issues;
  private final Glossary glossary;
  private final KnownAssets assets;
  private final KnownDeals deals;
  private final Clock clock;

  AlignmentPacks(
      PeriodCounts counts,
      DealContent content,
      LargestGaps gaps,
      LeadJourney journey,
      PromiseLedger ledger,
      Issues issues,
      Glossary glossary,
      KnownAssets assets,
      KnownDeals deals,
      Clock clock) {
    this.counts = counts;
    this.content = content;
    this.gaps = gaps;
    this.journey = journey;
    this.ledger = ledger;
    this.issues = issues;
    this.glossary = glossary;
    this.assets = assets;
    this.deals = deals;
    this.clock = clock;
  }

  /** Two months beside each other, as days and as moments. */
  private record Months(YearMonth month, LocalDate from, LocalDate to, LocalDate before) {
    static Months of(YearMonth month, LocalDate today) {
      var end = month.plusMonths(1).atDay(1);
      return new Months(
          month,
          month.atDay(1),
          end.isAfter(today.plusDays(1)) ? today.plusDays(1) : end,
          month.minusMonths(1).atDay(1));
    }

    TimeWindow now() {
      return window(from, to.isBefore(from) ? from : to);
    }

    TimeWindow last() {
      return window(before, from);
    }

    private static TimeWindow window(LocalDate from, LocalDate to) {
      var zone = ZoneId.systemDefault();
      return new TimeWindow(from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
    }
  }

  public AlignmentPack of(YearMonth month) {
    var today = LocalDate.now(clock);
    var months = Months.of(month, today);
    var library = assets.byId().values();
    var deals = this.deals.all();
    var now = counts.of(months.now());
    var before = counts.of(months.last());
    return new AlignmentPack(
        month,
        months.to().minusDays(1),
        clock.instant(),
        delivered(months, library),
        used(now, before),
        journey.of(deals, months.now(), months.last()),
        gaps.of(deals, months.now()),
        promises(months, library, deals, now, before, today),
        lossReasons(deals, months.now()),
        issues.of(month),
        wins(deals, months.now()),
        glossary.changed(months.now().from(), months.now().to()));
  }

  private List<Figure> delivered(Months months, Collection<Asset> library) {
    return List.of(
        new Figure(
            "New content",
            number(made(library, months.from(), months.to())),
            number(made(library, months.before(), months.from())),
            "assets published in the month"),
        share(
            "Delivered requests used in a deal",
            ledger.proven(months.from(), months.to()),
            ledger.proven(months.before(), months.from()),
            "of requests delivered in the month, by today"));
  }

  private static long made(Collection<Asset> library, LocalDate from, LocalDate to) {
    return library.stream()
        .map(
            asset ->
                Objects.requireNonNullElse(
                    asset.publishedOn(),
                    LocalDate.ofInstant(asset.createdAt(), ZoneId.systemDefault())))
        .filter(day -> !day.isBefore(from) && day.isBefore(to))
        .count();
  }

  private List<Figure> used(Counts now, Counts before) {
    return List.of(
        new Figure(
            "Uses of content",
            number(now.uses()),
            number(before.uses()),
            "opened, downloaded, link copied, sent"),
        new Figure("Different assets used", number(now.assets()), number(before.assets()), ""),
        new Figure("Sent to buyers", number(now.shares()), number(before.shares()), ""),
        new Figure(
            "Looked at by buyers",
            number(now.buyerViews()),
            number(before.buyerViews()),
            "page views of what was sent"),
        share(
            "Searches that led to a use",
            now.searches(),
            before.searches(),
            "of searches with words"),
        share(
            "Judged helpful",
            new Proportion(now.helpful(), now.rated()),
            new Proportion(before.helpful(), before.rated()),
            "of ratings"));
  }

  private List<Promise> promises(
      Months months,
      Collection<Asset> library,
      List<Opportunity> deals,
      Counts now,
      Counts before,
      LocalDate today) {
    // what falls due today may still be kept
    var judged = months.to().isAfter(today) ? today : months.to();
    var promises = new ArrayList<Promise>();
    promises.add(
        kept(
            "Marketing",
            "Requests answered in time",
            ledger.answered(months.from(), judged),
            ledger.answered(months.before(), months.from()),
            "of requests whose answer fell due in the month"));
    promises.add(
        kept(
            "Marketing",
            "Requests delivered in time",
            ledger.delivered(months.from(), judged),
            ledger.delivered(months.before(), months.from()),
            "of accepted and open requests due in the month"));
    long live = library.stream().filter(asset -> asset.stateOn(today).recommendable()).count();
    long stale =
        library.stream()
            .filter(asset -> asset.stateOn(today).recommendable())
            .filter(asset -> asset.reviewBy() != null && asset.reviewBy().isBefore(today))
            .count();
    promises.add(
        new Promise(
            "Marketing",
            "Content not overdue for review",
            said(new Proportion(live - stale, live)),
            "–",
            "of live assets, today"));
    promises.add(
        new Promise(
            "Sales",
            "Judgments per hundred uses",
            perHundred(now),
            perHundred(before),
            "ratings and dismissals beside uses"));
    promises.add(
        kept(
            "Sales",
            "Lost deals with a reason",
            lostWithReason(deals, months.now()),
            lostWithReason(deals, months.last()),
            "of deals lost in the month, from the CRM"));
    return promises;
  }

  private static String perHundred(Counts counts) {
    long judged = counts.rated() + counts.dismissed();
    if (counts.uses() == 0) return "no uses";
    return String.format(
        Locale.ENGLISH,
        "%.0f (%,d beside %,d)",
        100.0 * judged / counts.uses(),
        judged,
        counts.uses());
  }

  private static Proportion lostWithReason(List<Opportunity> deals, TimeWindow window) {
    var lost = lost(deals, window);
    return new Proportion(
        lost.stream().filter(deal -> deal.lossReason() != null).count(), lost.size());
  }

  private static List<Opportunity> lost(List<Opportunity> deals, TimeWindow window) {
    return deals.stream()
        .filter(deal -> deal.outcome() == Outcome.LOST && LeadJourney.closedIn(deal, window))
        .toList();
  }

  private static List<LossReason> lossReasons(List<Opportunity> deals, TimeWindow window) {
    var byReason =
        lost(deals, window).stream()
            .filter(deal -> deal.lossReason() != null)
            .collect(
                Collectors.groupingBy(
                    deal -> String.valueOf(deal.lossReason()), TreeMap::new, Collectors.toList()));
    return byReason.entrySet().stream()
        .map(each -> new LossReason(each.getKey(), each.getValue().size(), sums(each.getValue())))
        .sorted(Comparator.comparingLong(LossReason::deals).reversed())
        .toList();
  }

  private static List<Money> sums(List<Opportunity> deals) {
    return deals.stream()
        .map(Opportunity::amount)
        .filter(Objects::nonNull)
        .collect(
            Collectors.toMap(
                money -> money.currency().getCurrencyCode(),
                money -> money,
                Money::plus,
                TreeMap::new))
        .values()
        .stream()
        .toList();
  }

  private List<Win> wins(List<Opportunity> deals, TimeWindow window) {
    var won =
        deals.stream()
            .filter(deal -> deal.outcome() == Outcome.WON && LeadJourney.closedIn(deal, window))
            .sorted(
                Comparator.comparing(
                        (Opportunity deal) -> deal.amount() == null ? null : deal.amount().amount(),
                        Comparator.nullsFirst(Comparator.naturalOrder()))
                    .reversed())
            .toList();
    var wins = new ArrayList<Win>();
    for (int from = 0; from < won.size() && wins.size() < WINS; from += AT_ONCE) {
      var some = won.subList(from, Math.min(won.size(), from + AT_ONCE));
      var used = content.mostUsed(some.stream().map(deal -> deal.id().value()).toList());
      some.stream()
          .filter(deal -> used.containsKey(deal.id().value()))
          .limit(WINS - wins.size())
          .forEach(deal -> wins.add(win(deal, used.getOrDefault(deal.id().value(), List.of()))));
    }
    return wins;
  }

  private Win win(Opportunity deal, List<String> used) {
    return new Win(
        deal.account() == null ? deal.name() : deal.account(),
        dev.tandem.deals.ui.DealWords.path(deal.id()),
        deal.amount(),
        used.stream().limit(CONTENT).map(this::title).toList());
  }

  private String title(String id) {
    var asset = assets.byId().get(id);
    return asset == null ? id : asset.title().value();
  }

  private static Figure share(String name, Proportion now, Proportion before, String basis) {
    return new Figure(name, said(now), said(before), basis);
  }

  private static Promise kept(
      String side, String what, Proportion now, Proportion before, String basis) {
    return new Promise(side, what, said(now), said(before), basis);
  }

  private static String said(Proportion share) {
    if (share.trials() == 0) return "nothing to count";
    return String.format(
        Locale.ENGLISH,
        "%.0f %% (%,d of %,d)",
        100 * share.rate(),
        share.successes(),
        share.trials());
  }

  private static String number(long count) {
    return String.format(Locale.ENGLISH, "%,d", count);
  }
}
