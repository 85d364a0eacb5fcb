package dev.tandem.sampledata;

import dev.tandem.taxonomy.JourneyStage;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Draws 300 deals: 81 won, 99 lost, 120 open. Which of the closed ones are won depends weakly on
 * the deal's hidden affinity, else on luck.
 */
final class Deals {
  private static final int WON = 81;
  private static final int LOST = 99;
  private static final int OPEN = 120;
  private static final double AFFINITY_WEIGHT = 0.45;
  private static final LocalDate FIRST = LocalDate.of(2025, 5, 2);
  private static final LocalDate LAST = SampleGenerator.ANCHOR.minusDays(4);

  private final Chance chance;
  private final DealNotes notes;
  private final AccountNames names;
  private final Set<String> accounts = new LinkedHashSet<>();
  private final Map<String, Account> lastAccount = new HashMap<>();

  private record Account(String name, String industry, String region, String size) {}

  private record Sketch(double affinity, double luck, String outcome) {}

  Deals(Chance chance, DealNotes notes, AccountNames names) {
    this.chance = chance;
    this.notes = notes;
    this.names = names;
  }

  List<Deal> draw() {
    var outcomes = outcomes();
    var deals = new ArrayList<Deal>();
    for (var sketch : outcomes) deals.add(deal(sketch));
    deals.sort(Comparator.comparing(Deal::createdOn).thenComparing(Deal::account));
    var numbered = new ArrayList<Deal>();
    for (var deal : deals) numbered.add(withId(deal, "D-" + (1001 + numbered.size())));
    return numbered;
  }

  private List<Sketch> outcomes() {
    var closed = new ArrayList<Sketch>();
    for (int i = 0; i < WON + LOST; i++) {
      double affinity = chance.normal();
      closed.add(new Sketch(affinity, AFFINITY_WEIGHT * affinity + chance.normal(), ""));
    }
    closed.sort(Comparator.comparingDouble(Sketch::luck).reversed());
    var outcomes = new ArrayList<Sketch>();
    for (int i = 0; i < closed.size(); i++)
      outcomes.add(new Sketch(closed.get(i).affinity(), 0, i < WON ? "won" : "lost"));
    for (int i = 0; i < OPEN; i++) outcomes.add(new Sketch(chance.normal(), 0, "open"));
    return outcomes;
  }

  private Deal deal(Sketch sketch) {
    var account = account();
    var product = chance.weighted(Markets.products(account.industry()));
    var products = new LinkedHashSet<>(List.of(product));
    if (chance.of(0.38)) products.add(chance.weighted(Markets.products(account.industry())));
    if (chance.of(0.15)) products.add("Larkspur Link");
    var rival = chance.weighted(Markets.rivals(product));
    var committee = new LinkedHashSet<String>();
    int people = chance.between(1, account.size().equals("50-199") ? 3 : 5);
    for (int i = 0; i < people; i++) committee.add(chance.weighted(Markets.committee(product)));
    boolean german = account.region().equals("DACH") && chance.of(0.8);
    var history = history(sketch.outcome(), account.size());
    var closed =
        sketch.outcome().equals("open")
            ? Optional.<LocalDate>empty()
            : Optional.of(history.getLast().enteredOn());
    return new Deal(
        "",
        account.name() + ": " + what(products, german),
        account.name(),
        account.industry(),
        account.size(),
        account.region(),
        List.copyOf(committee),
        rival.isEmpty() ? List.of() : List.of(rival),
        List.copyOf(products),
        amount(account.size()),
        account.region().equals("North America") ? "USD" : "EUR",
        chance.weighted(Markets.reps(account.region())),
        history.getFirst().enteredOn(),
        closed,
        sketch.outcome(),
        sketch.outcome().equals("lost") ? lossReason(rival) : "",
        chance.weighted(Markets.SOURCES),
        notes.write(
            chance,
            new DealNotes.About(
                product,
                account.industry(),
                history.getLast().journey(),
                committee.getFirst(),
                rival,
                german)),
        german,
        sketch.affinity(),
        history);
  }

  private static String what(Set<String> products, boolean german) {
    var names = products.stream().map(product -> product.replace("Larkspur ", "")).toList();
    if (names.size() == 1) return names.getFirst();
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last))
        + (german ? " und " : " and ")
        + names.get(last);
  }

  private String lossReason(String rival) {
    if (rival.equals("status quo")) return chance.of(0.6) ? "No decision" : "Budget frozen";
    var reason = chance.pick(Markets.LOSS_REASONS);
    if (!reason.equals("Competitor")) return reason;
    return rival.isEmpty() ? "No decision" : "Competitor: " + rival;
  }

  private Account account() {
    var region = chance.weighted(Markets.REGIONS);
    var industry = chance.weighted(Markets.INDUSTRIES);
    var known = lastAccount.get(region + industry);
    if (known != null && chance.of(0.12)) return known;
    String name;
    do {
      name = names.draw(chance, industry, region);
    } while (!accounts.add(name));
    var account = new Account(name, industry, region, chance.weighted(Markets.SIZES));
    lastAccount.put(region + industry, account);
    return account;
  }

  private long amount(String size) {
    var median = Markets.AMOUNTS.getOrDefault(size, 0) * 1000.0;
    return Math.max(8_000, Math.round(chance.logNormal(median, 0.5) / 500) * 500);
  }

  /** Stages and the days they were entered on; larger companies take longer. */
  private List<Deal.Moment> history(String outcome, String size) {
    var pipeline = Pipeline.draw(chance);
    int steps = pipeline.steps().size();
    double pace = Map.of("50-199", 0.7, "200-999", 1.0, "1000-4999", 1.3).getOrDefault(size, 1.6);
    int reached = outcome.equals("won") ? steps : 1 + chance.weighted(reach(steps, outcome));
    var days = new ArrayList<Integer>();
    int length = 0;
    for (int i = 0; i < reached; i++) {
      days.add(length);
      length += (int) Math.max(3, Math.round(chance.logNormal(150.0 / steps * pace, 0.5)));
    }
    var end = lastDay(outcome, length, length - days.getLast());
    var start = end.minusDays(length);
    if (start.isBefore(FIRST)) {
      var squeeze = (double) ChronoUnit.DAYS.between(FIRST, end) / length;
      days.replaceAll(day -> (int) (day * squeeze));
      start = FIRST;
    }
    var history = new ArrayList<Deal.Moment>();
    for (int i = 0; i < reached; i++) {
      var step = pipeline.steps().get(i);
      history.add(new Deal.Moment(step.name(), step.journey(), start.plusDays(days.get(i))));
    }
    if (outcome.equals("won"))
      history.add(new Deal.Moment(pipeline.won(), JourneyStage.POST_SALE, end));
    if (outcome.equals("lost"))
      history.add(new Deal.Moment(pipeline.lost(), history.getLast().journey(), end));
    return history;
  }

  private static Map<Integer, Integer> reach(int steps, String outcome) {
    var weights = new LinkedHashMap<Integer, Integer>();
    for (int i = 0; i < steps; i++)
      weights.put(i, outcome.equals("lost") ? (i == 0 ? 4 : 20) : 20 - i);
    return weights;
  }

  /** The day a closed deal closed on, or for an open one a day in its present stage. */
  private LocalDate lastDay(String outcome, int length, int lastStage) {
    if (outcome.equals("open"))
      return chance.of(0.15)
          ? LAST.minusDays(chance.between(0, 80))
          : LAST.plusDays(chance.between(0, lastStage - 1));
    var earliest = FIRST.plusDays(Math.min(length, 150));
    long span = ChronoUnit.DAYS.between(earliest, LAST);
    return earliest.plusDays((long) (chance.uniform() * span));
  }

  private static Deal withId(Deal deal, String id) {
    return new Deal(
        id,
        deal.name(),
        deal.account(),
        deal.industry(),
        deal.companySize(),
        deal.region(),
        deal.personas(),
        deal.competitors(),
        deal.products(),
        deal.amount(),
        deal.currency(),
        deal.owner(),
        deal.createdOn(),
        deal.closedOn(),
        deal.outcome(),
        deal.lossReason(),
        deal.leadSource(),
        deal.notes(),
        deal.german(),
        deal.affinity(),
        deal.history());
  }
}
