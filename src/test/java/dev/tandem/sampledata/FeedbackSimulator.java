package dev.tandem.sampledata;

import dev.tandem.taxonomy.JourneyStage;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plays a year of reps and buyers. On a working day a rep opens a deal or searches, a slate is
 * served, some items are visible, fewer are looked at (the lower, the rarer), and what is looked at
 * is opened, sent, read, rated or dismissed by its hidden utility. The README says more.
 */
final class FeedbackSimulator {
  private static final LocalDate FIRST = SampleGenerator.ANCHOR.minusYears(1).plusDays(1);

  private final Chance chance;
  private final List<Deal> deals;
  private final List<String> answered;
  private final List<String> gaps;
  private final Utility utility;
  private final Baseline baseline;
  private final Visit visit;
  private final EventLog log = new EventLog();
  private int slates;

  /** Where slates are shown: slots, how many are visible at once, how fast attention falls. */
  private record Surface(String id, int slots, int fold, double decay) {}

  private static final Surface DEAL = new Surface("deal", 8, 4, 0.6);
  private static final Surface SIDEBAR = new Surface("sidebar", 5, 3, 0.8);
  private static final Surface SEARCH = new Surface("search", 8, 5, 0.9);

  FeedbackSimulator(
      Chance chance,
      Catalogue catalogue,
      List<Deal> deals,
      List<String> answered,
      List<String> gaps) {
    this.chance = chance;
    this.deals = deals;
    this.answered = answered;
    this.gaps = gaps;
    this.utility = new Utility(chance, catalogue);
    this.baseline = new Baseline(chance, catalogue);
    this.visit = new Visit(chance, utility, log);
  }

  EventLog run() {
    var reps = new ArrayList<Rep>();
    for (var name : SampleGenerator.REPS) reps.add(Rep.draw(chance, name));
    for (var day = FIRST; day.isBefore(SampleGenerator.ANCHOR); day = day.plusDays(1)) {
      if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY)
        continue;
      if (holiday(day)) continue;
      for (var rep : reps) work(rep, day);
    }
    return log;
  }

  private static boolean holiday(LocalDate day) {
    int number = day.getMonthValue() * 100 + day.getDayOfMonth();
    return number >= 1223 || number <= 104;
  }

  private void work(Rep rep, LocalDate day) {
    var active = new ArrayList<Deal>();
    for (var deal : deals)
      if (deal.owner().equals(rep.name()) && !deal.createdOn().isAfter(day) && alive(deal, day))
        active.add(deal);
    for (var deal : active) {
      // a stage just entered needs content more than one that has lasted for weeks
      long inStage = day.toEpochDay() - deal.at(day).enteredOn().toEpochDay();
      double busy = deal.at(day).journey() == JourneyStage.POST_SALE ? 0.35 : 1;
      if (chance.of(busy * (inStage < 7 ? 0.23 : 0.08))) lookAt(rep, deal, day);
    }
    if (chance.of(rep.searches() / 5)) search(rep, active, day);
  }

  /** Lost deals get nothing more; won ones for half a year. */
  private static boolean alive(Deal deal, LocalDate day) {
    if (deal.closedOn().isEmpty() || day.isBefore(deal.closedOn().get())) return true;
    return deal.won() && day.isBefore(deal.closedOn().get().plusDays(180));
  }

  private void lookAt(Rep rep, Deal deal, LocalDate day) {
    var surface = chance.of(0.7) ? DEAL : SIDEBAR;
    serve(rep, deal, day, surface, null, baseline.forDeal(deal, day));
  }

  private void search(Rep rep, List<Deal> active, LocalDate day) {
    boolean gap = chance.of(0.13);
    var query = chance.pick(gap ? gaps : answered);
    var deal = active.isEmpty() || chance.of(0.35) ? null : bestFor(query, active, day);
    var found = baseline.forQuery(query, day);
    // half of the searches for what does not exist find nothing, the others something beside it
    if (gap && chance.of(0.5)) found = List.of();
    serve(rep, deal, day, SEARCH, query, found);
  }

  private Deal bestFor(String query, List<Deal> active, LocalDate day) {
    var top = baseline.forQuery(query, day).stream().limit(3).map(Baseline.Scored::asset).toList();
    return active.stream()
        .max(
            Comparator.comparingDouble(
                deal -> top.stream().mapToDouble(asset -> utility.of(asset, deal, day)).sum()))
        .orElseThrow();
  }

  private void serve(
      Rep rep,
      @Nullable Deal deal,
      LocalDate day,
      Surface surface,
      @Nullable String query,
      List<Baseline.Scored> ranked) {
    var slate = String.format(Locale.ROOT, "sl%04d", ++slates);
    var items = baseline.slate(chance, ranked, surface.slots());
    var at = moment(rep, day);
    var served = EventLog.slate(slate, surface.id(), rep.name(), items);
    if (deal != null) served.put("deal", deal.id());
    if (query != null) served.put("query", query);
    log.add(at, served);
    boolean scrolls = chance.of(rep.scrolling());
    for (var item : items) {
      if (item.position() > surface.fold() && !scrolls) break;
      var seen = at.plusSeconds(item.position() <= surface.fold() ? 1 : 3L + item.position());
      log.add(
          seen, EventLog.event("impression").put("slate", slate).put("asset", item.asset().id()));
      double examined = StrictMath.pow(item.position(), -surface.decay());
      if (chance.of(examined))
        visit.examine(
            new Visit.Look(rep, deal, day, slate, item.asset(), matches(query, item)), seen);
    }
  }

  /** How well it answers the words that were typed, beyond the deal; 0 without words. */
  private static double matches(@Nullable String query, Baseline.Item item) {
    return query == null ? 0 : 2.2 * Math.min(1, item.score()) - 0.9;
  }

  private Instant moment(Rep rep, LocalDate day) {
    var second = rep.startHour() * 3600 + chance.between(0, 9 * 3600);
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(second);
  }

  static List<String> queries(Map<String, List<String>> searches, String kind) {
    var queries = searches.get(kind);
    if (queries == null) throw new IllegalArgumentException("searches.yaml lacks " + kind);
    return queries;
  }
}
