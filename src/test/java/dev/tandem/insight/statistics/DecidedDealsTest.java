package dev.tandem.insight.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.insight.statistics.DecidedDeals.Deal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Worlds in which it is known what assets do, and what only looks as if they did. */
class DecidedDealsTest {
  private final Random random = new Random(7);

  /** 400 deals; who reached the decision wins more often, whatever was used. */
  private List<Deal> market(int size) {
    var deals = new ArrayList<Deal>();
    for (int i = 0; i < size; i++) {
      var stage = random.nextDouble() < 0.6 ? "decision" : "consideration";
      double chance = stage.equals("decision") ? 0.6 : 0.15;
      deals.add(
          new Deal(
              "d" + i,
              random.nextDouble() < chance,
              60 + random.nextInt(120),
              stage,
              random.nextBoolean() ? "small" : "large",
              "segment " + random.nextInt(3)));
    }
    return deals;
  }

  /**
   * @param firstUses by asset: by deal, the days from its opening to the first use
   */
  private static Map<String, Comparison> compare(
      List<Deal> deals, Map<String, Map<String, Double>> firstUses) {
    var uses = new HashMap<String, FirstUses>();
    firstUses.forEach(
        (asset, byDeal) -> {
          var own = new FirstUses();
          for (int i = 0; i < deals.size(); i++) {
            var day = byDeal.get(deals.get(i).id());
            if (day != null) own.add(i, day);
          }
          uses.put(asset, own);
        });
    return new DecidedDeals(deals).compare(uses);
  }

  private Map<String, Double> usedByChance(List<Deal> deals, double share) {
    var uses = new HashMap<String, Double>();
    for (var deal : deals)
      if (random.nextDouble() < share) uses.put(deal.id(), deal.days() * 0.5 * random.nextDouble());
    return uses;
  }

  @Test
  void whereNothingHasAnEffectHardlyAnyDifferenceIsCalledReal() {
    int worlds = 300;
    int assets = 40;
    int withAFinding = 0;
    for (int world = 0; world < worlds; world++) {
      var deals = market(400);
      var uses = new HashMap<String, Map<String, Double>>();
      for (int a = 0; a < assets; a++)
        uses.put("a" + a, usedByChance(deals, 0.05 + 0.3 * random.nextDouble()));
      if (compare(deals, uses).values().stream().anyMatch(DecidedDealsTest::standsOut))
        withAFinding++;
    }
    // 5 % are allowed; three standard errors of 300 worlds are 3.8 points
    assertThat((double) withAFinding / worlds).isLessThanOrEqualTo(0.088);
  }

  @Test
  void aRealDifferenceAmongManyIsFound() {
    int found = 0;
    for (int world = 0; world < 50; world++) {
      var deals = market(600);
      var good = usedByChance(deals, 0.4);
      var changed =
          deals.stream()
              .map(d -> good.containsKey(d.id()) && random.nextDouble() < 0.6 ? won(d) : d)
              .toList();
      var uses = new HashMap<String, Map<String, Double>>(Map.of("good", good));
      for (int a = 0; a < 20; a++) uses.put("a" + a, usedByChance(deals, 0.2));
      if (standsOut(of(compare(changed, uses), "good"))) found++;
    }
    assertThat(found).isGreaterThanOrEqualTo(48);
  }

  @Test
  void anAssetOfLateStagesIsFlaggedAndItsDifferenceGoesAwayAmongDealsAlike() {
    int flagged = 0;
    int covered = 0;
    for (int world = 0; world < 200; world++) {
      var deals = market(400);
      var uses = new HashMap<String, Double>();
      for (var deal : deals)
        if (random.nextDouble() < (deal.stage().equals("decision") ? 0.7 : 0.1))
          uses.put(deal.id(), 10.0);
      var one = of(compare(deals, Map.of("a", uses)), "a");
      if (!one.cautions().isEmpty()) flagged++;
      var interval = among(one).interval();
      if (interval.low() <= 0 && 0 <= interval.high()) covered++;
    }
    assertThat(flagged).as("of 200").isGreaterThanOrEqualTo(195);
    assertThat(covered).as("of 200").isGreaterThanOrEqualTo(182);
  }

  @Test
  void aReversalInsideStrataIsCalledOne() {
    // within each stage it wins less often, but it is used where deals are won
    var deals = new ArrayList<Deal>();
    var uses = new HashMap<String, Double>();
    add(deals, uses, "decision", true, 120, 60);
    add(deals, uses, "decision", false, 40, 28);
    add(deals, uses, "consideration", true, 20, 0);
    add(deals, uses, "consideration", false, 80, 2);
    var one = of(compare(deals, Map.of("a", uses)), "a");
    assertThat(one.all().difference()).isPositive();
    assertThat(among(one).difference()).isNegative();
    assertThat(one.cautions()).contains(Caution.REVERSED);
  }

  private static void add(
      List<Deal> deals, Map<String, Double> uses, String stage, boolean won, int of, int used) {
    // "of" deals, "used" of them with the asset
    for (int i = 0; i < of; i++) {
      var id = stage + won + i;
      deals.add(new Deal(id, won, 100, stage, "s", "x"));
      if (i < used) uses.put(id, 20.0);
    }
  }

  @Test
  void withoutConfoundingThereIsRarelyACaution() {
    int flagged = 0;
    for (int world = 0; world < 200; world++) {
      var deals = market(400);
      var one = of(compare(deals, Map.of("a", usedByChance(deals, 0.3))), "a");
      if (!one.cautions().isEmpty()) flagged++;
    }
    assertThat(flagged).as("of 200").isLessThanOrEqualTo(10);
  }

  @Test
  void useInTheLastDaysIsFlagged() {
    var deals = market(400);
    var uses = new HashMap<String, Double>();
    for (var deal : deals)
      if (deal.won() && random.nextDouble() < 0.5) uses.put(deal.id(), deal.days() - 1);
      else if (random.nextDouble() < 0.1) uses.put(deal.id(), 5.0);
    assertThat(of(compare(deals, Map.of("a", uses)), "a").cautions())
        .contains(Caution.DECIDED_BEFORE_USE);
  }

  @Test
  void whatOnlyLongDealsCouldUseIsFlaggedAndComparedFromThatDayOn() {
    // lost deals end early; the asset is used on day 60 by half of those that live so long
    var deals = new ArrayList<Deal>();
    var uses = new HashMap<String, Double>();
    for (int i = 0; i < 600; i++) {
      boolean longLived = random.nextDouble() < 0.5;
      boolean won = random.nextDouble() < (longLived ? 0.6 : 0.1);
      var deal = new Deal("d" + i, won, longLived ? 150 : 30, "decision", "s", "x");
      deals.add(deal);
      if (longLived && random.nextBoolean()) uses.put(deal.id(), 60.0);
    }
    var one = of(compare(deals, Map.of("a", uses)), "a");
    assertThat(one.cautions()).contains(Caution.ONLY_LONG_DEALS);
    assertThat(among(one).interval().low()).as("looks like an effect").isPositive();
    var landmark = Objects.requireNonNull(among(one).landmark());
    assertThat(landmark.day()).isEqualTo(60);
    assertThat(landmark.interval().low()).as("from that day on it is none").isNegative();
    assertThat(landmark.interval().high()).isPositive();
  }

  @Test
  void belowTenDealsNothingIsCompared() {
    var deals = market(400);
    var uses = new HashMap<String, Double>();
    deals.stream().limit(9).forEach(deal -> uses.put(deal.id(), 1.0));
    assertThat(of(compare(deals, Map.of("a", uses)), "a").among()).isNull();
  }

  @Test
  void aUseAfterTheCloseIsNone() {
    var deals = market(100);
    var uses = new HashMap<String, Double>();
    deals.forEach(deal -> uses.put(deal.id(), deal.days() + 1));
    var one = of(compare(deals, Map.of("a", uses)), "a");
    assertThat(one.all().with().trials()).isZero();
  }

  private static Deal won(Deal d) {
    return new Deal(d.id(), true, d.days(), d.stage(), d.size(), d.segment());
  }

  private static boolean standsOut(Comparison one) {
    var among = one.among();
    return among != null && among.standsOut();
  }

  private static Comparison of(Map<String, Comparison> all, String asset) {
    return Objects.requireNonNull(all.get(asset));
  }

  private static Comparison.Alike among(Comparison one) {
    return Objects.requireNonNull(one.among());
  }
}
