package dev.tandem.recommendation;

import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.library.AssetId;
import dev.tandem.recommendation.curation.CurationRule;
import dev.tandem.recommendation.curation.CurationRule.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The one place where marketing's rules act on an order: a pin comes first, a boost or a burial
 * moves the score. All that comes in has passed the hard rules, and no rule brings in what has not.
 *
 * @param order as it is shown
 * @param acted the rule that moved an asset, by asset; empty where rules are left out
 * @param chance that an asset stands where it stands, over whether rules act, by asset
 * @param due those that act, or would if they were not left out
 */
record CuratedOrder(
    List<Ranked> order,
    Map<AssetId, CurationRule> acted,
    Map<AssetId, Double> chance,
    List<CurationRule> due) {

  /** More than this would take the slate away from the deal. */
  static final int MOST_PINS = 2;

  /**
   * @param ranked the candidates, the best first
   * @param brought those of them that are there only because a rule pins them
   * @param received what this buyer has; a pin does not repeat it
   * @param inWords whether the rep typed what to look for
   * @param policy composes a slate of what is ranked, some of it first
   */
  static CuratedOrder of(
      Curation.Due rules,
      List<Ranked> ranked,
      Set<AssetId> brought,
      Set<AssetId> received,
      boolean inWords,
      BiFunction<List<Ranked>, List<Ranked>, List<Ranked>> policy) {
    var due = Curation.among(rules, ranked, inWords);
    var usual =
        brought.isEmpty()
            ? ranked
            : ranked.stream().filter(each -> !brought.contains(each.traits().id())).toList();
    var plain = policy.apply(usual, List.of());
    var pins =
        due.stream()
            .filter(rule -> rule.wanted().kind() == Kind.PIN)
            .filter(rule -> !received.contains(rule.wanted().asset()))
            .limit(MOST_PINS)
            .toList();
    var acting = new HashMap<AssetId, CurationRule>();
    pins.forEach(rule -> acting.put(rule.wanted().asset(), rule));
    for (var rule : due)
      if (rule.wanted().kind() != Kind.PIN) acting.put(rule.wanted().asset(), rule);
    if (acting.isEmpty()) return new CuratedOrder(plain, Map.of(), Map.of(), List.of());
    var would = List.copyOf(acting.values());
    var ruled = ruled(ranked, brought, acting, pins, policy);
    return rules.leftOut()
        ? new CuratedOrder(plain, Map.of(), chances(plain, ruled, rules.share()), would)
        : new CuratedOrder(ruled, acting, chances(ruled, plain, 1 - rules.share()), would);
  }

  /** What the log keeps of it; null where no rule is due. */
  SlateServed.@Nullable Curated logged(Curation.Due rules) {
    if (due.isEmpty()) return null;
    return new SlateServed.Curated(
        due.stream().map(CurationRule::id).sorted().toList(), rules.leftOut());
  }

  private static List<Ranked> ruled(
      List<Ranked> ranked,
      Set<AssetId> brought,
      Map<AssetId, CurationRule> acting,
      List<CurationRule> pins,
      BiFunction<List<Ranked>, List<Ranked>, List<Ranked>> policy) {
    var original = new HashMap<AssetId, Ranked>();
    var moved = new ArrayList<Ranked>();
    for (var each : ranked) {
      var id = each.traits().id();
      var rule = acting.get(id);
      if (rule == null && brought.contains(id)) continue;
      original.put(id, each);
      double shift = rule == null ? 0 : rule.wanted().shift();
      moved.add(new Ranked(each.candidate(), each.example(), each.score() + shift));
    }
    moved.sort(
        Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparing(each -> each.traits().id()));
    var first = new ArrayList<Ranked>();
    for (var pin : pins)
      moved.stream()
          .filter(each -> each.traits().id().equals(pin.wanted().asset()))
          .forEach(first::add);
    // what is logged and shown as the score stays the model's own
    return policy.apply(moved, first).stream()
        .map(each -> original.getOrDefault(each.traits().id(), each))
        .toList();
  }

  /** An item that stands at the same place in both orders stands there with certainty. */
  private static Map<AssetId, Double> chances(
      List<Ranked> shown, List<Ranked> other, double share) {
    var chances = new HashMap<AssetId, Double>();
    for (int i = 0; i < shown.size(); i++) {
      var id = shown.get(i).traits().id();
      boolean same = i < other.size() && other.get(i).traits().id().equals(id);
      chances.put(id, same ? 1 : share);
    }
    return chances;
  }
}
