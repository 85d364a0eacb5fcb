package dev.tandem.insight;

import dev.tandem.insight.TrialTables.Explored;
import dev.tandem.insight.TrialTables.Trial;
import dev.tandem.insight.statistics.Comparison;
import dev.tandem.insight.statistics.FalseDiscoveries;
import dev.tandem.insight.statistics.RandomisedDifference;
import dev.tandem.insight.statistics.RandomisedDifference.Group;
import dev.tandem.insight.statistics.RandomisedDifference.Pair;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.TimeWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

@Service
class JdbcEffectReport implements EffectReport {
  /** An asset that was tried out less often says nothing yet. */
  static final int LEAST_TRIES = 30;

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
    var explored = tables.explored(days);
    var whole = new ArrayList<Effect>();
    whole.add(heldOut(Kind.HOLDOUT_USED, trials, Trial::used));
    whole.add(heldOut(Kind.HOLDOUT_USES, trials, Trial::uses));
    var all = explored.stream().filter(one -> one.asset().isEmpty()).toList();
    whole.add(explored(Kind.EXPLORATION, "", all, all));
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
    return new Page(List.copyOf(whole), duels, byAsset(explored, all));
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

  private Effect explored(Kind kind, String asset, List<Explored> all, List<Explored> own) {
    var treated = group(all, own, true);
    var control = group(all, own, false);
    var difference = RandomisedDifference.of(List.of(new Pair(treated, control)));
    long tries = own.stream().mapToLong(Explored::tries).sum();
    if (kind == Kind.ASSET && tries < LEAST_TRIES)
      difference = new RandomisedDifference(difference.difference(), null, 1);
    return new Effect(
        kind,
        asset.isEmpty() ? null : asset,
        asset.isEmpty() ? kind.label() : new RowGroups(Grouping.ASSET, assets.byId()).label(asset),
        side(treated, slates(all, true)),
        side(control, slates(all, false)),
        tries,
        difference,
        difference.isReal());
  }

  private static long slates(List<Explored> all, boolean tried) {
    return all.stream().filter(one -> one.tried() == tried).mapToLong(Explored::slates).sum();
  }

  /** The slates of one side with the uses of one asset from them. */
  private static Group group(List<Explored> all, List<Explored> own, boolean tried) {
    var slates = sum(all, tried);
    var uses = sum(own, tried);
    return new Group(
        slates.clusters(), uses.results(), slates.w(), uses.y(), slates.ww(), uses.yy(), uses.wy());
  }

  private static Group sum(List<Explored> some, boolean tried) {
    return some.stream()
        .filter(one -> one.tried() == tried)
        .map(Explored::group)
        .reduce(Group.NONE, Group::plus);
  }

  private List<Effect> byAsset(List<Explored> explored, List<Explored> all) {
    var byAsset = new TreeMap<String, List<Explored>>();
    for (var one : explored)
      if (!one.asset().isEmpty())
        byAsset.computeIfAbsent(one.asset(), asset -> new ArrayList<>()).add(one);
    var effects = new ArrayList<Effect>();
    byAsset.forEach((asset, own) -> effects.add(explored(Kind.ASSET, asset, all, own)));
    var enough = effects.stream().filter(Effect::enough).toList();
    var kept =
        FalseDiscoveries.kept(
            enough.stream().mapToDouble(effect -> effect.difference().p()).toArray(),
            Comparison.FALSE_DISCOVERY_RATE);
    var judged = new ArrayList<Effect>();
    for (int i = 0; i < enough.size(); i++) judged.add(called(enough.get(i), kept[i]));
    effects.stream().filter(effect -> !effect.enough()).forEach(judged::add);
    return judged.stream()
        .sorted(
            Comparator.comparing(Effect::enough)
                .reversed()
                .thenComparingDouble(effect -> effect.difference().p())
                .thenComparing(Comparator.comparingLong(Effect::tries).reversed())
                .thenComparing(Effect::label))
        .limit(MOST_ASSETS)
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
        effect.difference(),
        real);
  }
}
