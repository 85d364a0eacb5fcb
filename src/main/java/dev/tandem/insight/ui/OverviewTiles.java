package dev.tandem.insight.ui;

import com.vaadin.flow.component.html.Div;
import dev.tandem.insight.Overview;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.StatTile;

/** The four figures above a report, each with the window before. */
final class OverviewTiles extends Div {
  OverviewTiles(Overview now, Overview before, String period) {
    addClassName("stats");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", "Overview, " + period);
    add(
        tile("Library used", now.libraryUsed(), before.libraryUsed(), "live assets"),
        new StatTile(
            "Uses",
            Formats.count(now.uses()),
            "by "
                + Formats.count(now.users(), "rep", "reps")
                + ", before: "
                + Formats.count(before.uses())),
        tile(
            "Open deals with content",
            now.openDealsServed(),
            before.openDealsServed(),
            "open deals"),
        tile("Searches that led to a use", now.searchesUsed(), before.searchesUsed(), "searches"));
  }

  private static StatTile tile(String name, Proportion now, Proportion before, String of) {
    var tile =
        new StatTile(
            name,
            Formats.percent(now.rate()),
            now.trials() == 0
                ? "no " + of + " yet"
                : Formats.count(now.successes()) + " of " + Formats.count(now.trials()) + " " + of);
    if (now.trials() > 0 && before.trials() > 0 && before.successes() > 0) {
      long points = Math.round((now.rate() - before.rate()) * 100);
      if (points != 0) tile.withTrend(Math.abs(points) + " points", points > 0);
    }
    return tile;
  }
}
