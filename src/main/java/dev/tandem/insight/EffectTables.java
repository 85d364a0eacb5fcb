package dev.tandem.insight;

import dev.tandem.insight.EffectReport.Duel;
import dev.tandem.insight.EffectReport.Effect;
import dev.tandem.insight.EffectReport.Kind;
import dev.tandem.insight.EffectReport.Side;
import dev.tandem.insight.statistics.RandomisedDifference;
import dev.tandem.shared.Proportion;
import java.util.ArrayList;
import java.util.List;

/** Tables of what was drawn by lot. */
public final class EffectTables {
  private EffectTables() {}

  /** One row for each comparison: those of the recommendations as a whole, then those of assets. */
  public static ReportTable effects(EffectReport.Page page) {
    var rows = new ArrayList<TableCells>();
    page.whole().forEach(effect -> rows.add(effect(effect)));
    page.assets().forEach(asset -> asset.both().forEach(effect -> rows.add(effect(effect))));
    var nobody = new Side(0, 0, 0, Double.NaN);
    return TableCells.table(
        "effects",
        rows,
        effect(
            new Effect(
                Kind.ASSET,
                null,
                "",
                nobody,
                nobody,
                0,
                0,
                RandomisedDifference.of(List.of()),
                false)));
  }

  private static TableCells effect(Effect effect) {
    var cells =
        new TableCells()
            .put("comparison", effect.kind().id())
            .put("asset", effect.asset())
            .put("title", effect.label())
            .put("treated", effect.kind().treated())
            .put("control", effect.kind().control());
    side(cells, "treated", effect.treated());
    side(cells, "control", effect.control());
    return cells
        .put("tries", effect.tries())
        .put("tries_not_listed_otherwise", effect.anew())
        .put(
            "difference",
            effect.enough() ? TableCells.number(effect.difference().difference()) : null)
        .interval("difference", effect.difference().interval())
        .put("verdict", verdict(effect));
  }

  private static void side(TableCells cells, String name, Side side) {
    cells
        .put(name + "_rate", TableCells.number(side.rate()))
        .put(name + "_numerator", side.count())
        .put(name + "_denominator", side.slates())
        .put(name + "_rep_days", side.repDays());
  }

  private static String verdict(Effect effect) {
    if (!effect.enough()) return "not_enough_data_yet";
    if (effect.maybeChance()) return "may_be_chance";
    return effect.real() ? "effect" : "no_effect_shown";
  }

  /** One row a pair of models that picked in turn. */
  public static ReportTable duels(EffectReport.Page page) {
    return TableCells.table(
        "duels",
        page.duels().stream().map(EffectTables::duel).toList(),
        duel(new Duel("", "", new Proportion(0, 0), 0)));
  }

  private static TableCells duel(Duel duel) {
    return new TableCells()
        .put("model", duel.model())
        .put("rival", duel.rival())
        .rate("preferred", duel.wins())
        .put("ties", duel.ties())
        .put(
            "verdict",
            !duel.enough() ? "not_enough_data_yet" : duel.real() ? "effect" : "no_effect_shown");
  }
}
