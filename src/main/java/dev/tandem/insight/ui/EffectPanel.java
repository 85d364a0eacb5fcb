package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tandem.insight.EffectReport;
import dev.tandem.insight.EffectReport.AssetEffect;
import dev.tandem.insight.EffectReport.Duel;
import dev.tandem.insight.EffectReport.Effect;
import dev.tandem.insight.EffectReport.Side;
import dev.tandem.insight.EffectTables;
import dev.tandem.insight.Metric;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import java.util.Locale;

/** What the recommendations bring about: only what was drawn by lot is called an effect. */
final class EffectPanel extends Div {
  EffectPanel(EffectReport.Page page, String when) {
    addClassName("effects");
    var all = new Div();
    all.addClassName("plain-list");
    page.whole().forEach(effect -> all.add(line(effect)));
    page.duels().forEach(duel -> all.add(line(duel)));
    var panel =
        new Panel(
                "Effect of the recommendations",
                Cells.faint(
                    "From what was drawn by lot: held-out days of reps, models that pick in turn,"
                        + " and places on which something is tried out. All other figures are"
                        + " associations."),
                all)
            .withCaption(when);
    var links = new ExportLinks(() -> EffectTables.effects(page));
    add(
        page.duels().isEmpty()
            ? panel.withActions(links)
            : panel.withActions(
                links, new ExportLinks("models compared", () -> EffectTables.duels(page))));
    if (!page.assets().isEmpty())
      add(
          new Panel("Effect of single assets", Cells.faint(MEANING), assets(page))
              .withCaption(when));
  }

  /** What the figures of single assets compare. */
  static final String MEANING =
      "On a small share of lists the fourth place is given to one of a few assets by lot. Lists on"
          + " which an asset was shown so are compared with those on which the lot passed it over,"
          + " each weighted by the inverse of its chance: how much more it is used, and whether the"
          + " list as a whole is used more.";

  private static Component line(Effect effect) {
    var line = new Div(new Span(effect.label() + ": " + said(effect)));
    line.getElement().setAttribute("title", Metric.EFFECT.hint());
    line.add(
        Cells.faint(
            side(effect.treated(), effect.kind().treated())
                + "; "
                + side(effect.control(), effect.kind().control())));
    return line;
  }

  private static Component line(Duel duel) {
    var counted =
        Formats.count(duel.wins().successes())
            + " of "
            + Formats.count(duel.wins().trials(), "session that tells", "sessions that tell")
            + ", "
            + Formats.count(duel.ties(), "tie", "ties");
    var interval = duel.wins().wilson95();
    var line =
        new Div(
            new Span(
                duel.model()
                    + " against "
                    + duel.rival()
                    + ": "
                    + (duel.enough()
                        ? (duel.real() ? "an effect, " : "no effect shown, ")
                            + String.format(
                                Locale.ROOT,
                                "preferred in %.0f %% [%.0f, %.0f]",
                                100 * duel.wins().rate(),
                                100 * interval.low(),
                                100 * interval.high())
                        : "not enough data yet")));
    line.add(Cells.faint(counted));
    return line;
  }

  static String said(Effect effect) {
    var interval = effect.difference().interval();
    if (interval == null) return "not enough data yet";
    return String.format(
        Locale.ROOT,
        "%s, %+.1f per 100 lists [%+.1f, %+.1f]",
        effect.real()
            ? "an effect"
            : effect.maybeChance() ? "may be chance among so many" : "no effect shown",
        100 * effect.difference().difference(),
        100 * interval.low(),
        100 * interval.high());
  }

  private static String side(Side side, String what) {
    return Formats.count(side.count())
        + " of "
        + Formats.count(side.slates(), "list", "lists")
        + " on "
        + Formats.count(side.repDays(), "day", "days")
        + " of reps: "
        + what;
  }

  private static Grid<AssetEffect> assets(EffectReport.Page page) {
    var grid = new Grid<AssetEffect>();
    grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
    grid.addComponentColumn(asset -> Cells.asset(asset.asset(), asset.label()))
        .setHeader("Asset")
        .setWidth("min(14rem, 50vw)")
        .setFlexGrow(2);
    grid.addComponentColumn(asset -> cell(asset.own()))
        .setHeader("Its own use")
        .setWidth("17rem")
        .setFlexGrow(2);
    grid.addComponentColumn(asset -> cell(asset.lists()))
        .setHeader("Use of the whole list")
        .setWidth("17rem")
        .setFlexGrow(2);
    grid.addColumn(asset -> Formats.count(asset.own().tries()))
        .setHeader("Shown by lot")
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("7rem")
        .setFlexGrow(0);
    grid.setItems(page.assets());
    grid.setAllRowsVisible(page.assets().size() <= 12);
    return grid;
  }

  private static Component cell(Effect effect) {
    var cell = new Div(new Span(said(effect)), Cells.faint(counts(effect)));
    cell.addClassName("rate-cell");
    cell.getElement().setAttribute("title", Metric.EFFECT.hint());
    return cell;
  }

  /** From how many lists, on both sides. */
  static String counts(Effect effect) {
    return Formats.count(effect.treated().count())
        + " of "
        + Formats.count(effect.treated().slates())
        + " shown, "
        + Formats.count(effect.control().count())
        + " of "
        + Formats.count(effect.control().slates())
        + " passed over";
  }
}
