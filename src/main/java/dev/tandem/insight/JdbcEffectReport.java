package dev.tandem.insight;

import dev.tandem.insight.TrialTables.AssetTrial;
import dev.tandem.insight.TrialTables.Explored;
import dev.tandem.insight.TrialTables.Trial;
import dev.tandem.insight.statistics.Comparison;
import dev.tandem.insight.statistics.FalseDiscoveries;
import dev.tandem.insight.statistics.RandomisedDifference;
import dev.tandem.insight.statistics.RandomisedDifference.Group;
import dev.tandem.insight.statistics.RandomisedDifference.Pair;
import dev.tandem.library.AssetId;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.TimeWindow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

@Service
class JdbcEffectReport implements EffectReport {
  private static final int MOST_ASSETS = 200;

  private final ReadModel readModel;
  private final TrialTables tables;
  private final KnownAssets assets;

  JdbcEffectReport(ReadModel readModel, TrialTables tables, KnownAssets assets) {
    this.readModel = readModel;
    this.tables = tables;
    this.assets = assets;
  }

  @Override
  public Page effects(TimeWindow window) {
    readModel.catchUp();
    var days = Days.of(window);
    var trials = tables.trials(days);
    var whole = new ArrayList<Effect>();
    whole.add(heldOut(Kind.HOLDOUT_USED, trials, Trial::used));
    whole.add(heldOut(Kind.HOLDOUT_USES, trials, Trial::uses));
    whole.add(explored(tables.explored(days)));
    var duels =
        tables.preferences(days).stream()
            .map(
                one ->
                    new Duel(
                        one.model(),
                        one.rival(),
                        new Proportion(one.wins(), one.wins() + one.losses()),
                        one.ties()))
            .toList();
    return new Page(List.copyOf(whole), duels, assets(days).stream().limit(MOST_ASSETS).toList());
  }

  @Override
  public Optional<AssetEffect> effect(AssetId asset, TimeWindow window) {
    readModel.catchUp();
    var days = Days.of(window);
    if (!tables.shown(asset.value(), days)) return Optional.empty();
    // beside all others, since how sure it must be depends on how many are looked at
    return assets(days).stream().filter(each -> each.asset().equals(asset.value())).findFirst();
  }

  /** Each model in use is compared with the slates held out from it, at its time. */
  private static Effect heldOut(Kind kind, List<Trial> trials, Function<Trial, Group> what) {
    var pairs = new ArrayList<Pair>();
    var treated = Group.NONE;
    var control = Group.NONE;
    var models =
        trials.stream().filter(Trial::holdout).map(Trial::model).collect(Collectors.toSet());
    for (var model : models) {
      var one = sum(trials, trial -> !trial.holdout() && isOf(trial.model(), model), what);
      var other = sum(trials, trial -> trial.holdout() && trial.model().equals(model), what);
      pairs.add(new Pair(one, other));
      treated = treated.plus(one);
      control = control.plus(other);
    }
    var difference = RandomisedDifference.of(pairs);
    return new Effect(
        kind,
        null,
        kind.label(),
        side(treated, (long) treated.w()),
        side(control, (long) control.w()),
        0,
        0,
        difference,
        difference.isReal());
  }

  /**
   * The log adds a mark to the model's version where the words of searches are read differently.
   */
  private static boolean isOf(String logged, String version) {
    return logged.equals(version) || logged.startsWith(version + "+");
  }

  private static Group sum(
      List<Trial> trials, java.util.function.Predicate<Trial> which, Function<Trial, Group> what) {
    return trials.stream().filter(which).map(what).reduce(Group.NONE, Group::plus);
  }

  private static Side side(Group group, long slates) {
    return new Side(group.results(), slates, group.clusters(), group.ratio());
  }

  private static Effect explored(List<Explored> explored) {
    var treated = Group.NONE;
    var control = Group.NONE;
    long tries = 0;
    long left = 0;
    for (var one : explored)
      if (one.tried()) {
        treated = one.used();
        tries = one.slates();
      } else {
        control = one.used();
        left = one.slates();
      }
    var difference = RandomisedDifference.of(List.of(new Pair(treated, control)));
    return new Effect(
        Kind.EXPLORATION,
        null,
        Kind.EXPLORATION.label(),
        side(treated, tries),
        side(control, left),
        tries,
        0,
        difference,
        difference.isReal());
  }

  /** Of all that a lot has shown at least once. */
  private List<AssetEffect> assets(Days days) {
    var byAsset = new TreeMap<String, Map<Boolean, AssetTrial>>();
    for (var trial : tables.assets(days))
      byAsset.computeIfAbsent(trial.asset(), asset -> new HashMap<>()).put(trial.shown(), trial);
    var labels = new RowGroups(Grouping.ASSET, assets.byId());
    var effects = new ArrayList<AssetEffect>();
    byAsset.forEach(
        (asset, sides) -> {
          var shown = sides.get(true);
          if (shown == null) return;
          var left = Objects.requireNonNullElse(sides.get(false), nowhere(asset));
          var label = labels.label(asset);
          effects.add(
              new AssetEffect(
                  asset,
                  label,
                  effect(Kind.ASSET, label, shown, left, AssetTrial::used),
                  effect(Kind.ASSET_LISTS, label, shown, left, AssetTrial::lists)));
        });
    return judged(effects).stream()
        .sorted(
            Comparator.comparing(AssetEffect::enough)
                .reversed()
                .thenComparingDouble(AssetEffect::p)
                .thenComparing(
                    Comparator.comparingLong((AssetEffect each) -> each.own().tries()).reversed())
                .thenComparing(AssetEffect::label))
        .toList();
  }

  private static AssetTrial nowhere(String asset) {
    return new AssetTrial(asset, false, 0, 0, Group.NONE, Group.NONE);
  }

  private static Effect effect(
      Kind kind,
      String label,
      AssetTrial shown,
      AssetTrial left,
      Function<AssetTrial, Group> what) {
    var treated = what.apply(shown);
    var control = what.apply(left);
    var difference = RandomisedDifference.ofShares(treated, control);
    if (shown.slates() < AssetEffect.LEAST_TRIES)
      difference = new RandomisedDifference(difference.difference(), null, 1);
    return new Effect(
        kind,
        shown.asset(),
        label,
        side(treated, shown.slates()),
        side(control, left.slates()),
        shown.slates(),
        shown.anew(),
        difference,
        false);
  }

  /** Of all findings that are called effects, few are chance, however many assets there are. */
  private static List<AssetEffect> judged(List<AssetEffect> effects) {
    var enough =
        effects.stream().flatMap(each -> each.both().stream()).filter(Effect::enough).toList();
    var kept =
        FalseDiscoveries.kept(
            enough.stream().mapToDouble(effect -> effect.difference().p()).toArray(),
            Comparison.FALSE_DISCOVERY_RATE);
    var real = Collections.<Effect>newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < kept.length; i++) if (kept[i]) real.add(enough.get(i));
    return effects.stream()
        .map(
            each ->
                new AssetEffect(
                    each.asset(),
                    each.label(),
                    called(each.own(), real.contains(each.own())),
                    called(each.lists(), real.contains(each.lists()))))
        .toList();
  }

  private static Effect called(Effect effect, boolean real) {
    return new Effect(
        effect.kind(),
        effect.asset(),
        effect.label(),
        effect.treated(),
        effect.control(),
        effect.tries(),
        effect.anew(),
        effect.difference(),
        real);
  }
}
