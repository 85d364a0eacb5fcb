package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import dev.tandem.insight.AssetRow;
import dev.tandem.insight.DealUse;
import dev.tandem.insight.statistics.Comparison;
import dev.tandem.insight.statistics.TwoGroups;
import dev.tandem.library.NearCopies;
import dev.tandem.shared.ui.Formats;
import java.util.List;
import java.util.stream.Collectors;

/** What the row of an asset was counted from: its deals, and how their win rate was compared. */
final class AssetDialog extends Dialog {
  AssetDialog(AssetRow row, List<DealUse> uses, DealTable table, NearCopies copies, Period period) {
    super(row.figures().label());
    setWidth("min(48rem, 96vw)");
    addClassName("deals-behind");
    if (uses.isEmpty()) add(new Paragraph("It was not used on any deal in this period."));
    else
      add(
          new Paragraph(
              "Used on "
                  + Formats.count(uses.size(), "deal", "deals")
                  + ", "
                  + period.inWords()
                  + ". That a deal was won does not say that the asset won it."),
          table.of(uses));
    var compared = row.winRate();
    if (compared != null) add(new H3("Win rate with and without it"), comparison(compared));
    if (!row.reasons().isEmpty())
      add(
          new H3("What reps said against it"),
          new Paragraph(
              row.reasons().stream()
                  .map(reason -> reason.reason() + " (" + reason.count() + ")")
                  .collect(Collectors.joining(", "))));
    if (row.asset() != null) {
      var near = copies.of(row.asset().id(), 5);
      if (!near.isEmpty()) add(new H3("Near copies"));
      for (var copy : near)
        add(
            new Div(
                Cells.asset(copy.asset().value(), copy.asset().value()),
                Cells.faint(" " + Formats.percent(copy.resemblance()) + " alike")));
    }
    var page = new Anchor("library/" + row.figures().key(), "Open the asset");
    page.setRouterIgnore(false);
    page.addClassName("button-link");
    getFooter().add(page, new Button("Close", click -> close()));
  }

  private static Component comparison(Comparison compared) {
    var list = new DescriptionList();
    list.addClassName("facts");
    groups(list, "All decided deals", compared.all());
    row(
        list,
        "Difference, as it is",
        Cells.points(compared.all().difference())
            + ", 95 % interval "
            + Cells.points(compared.all().newcombe95())
            + " (Newcombe)");
    var among = compared.among();
    if (among == null) {
      row(
          list,
          "Among deals alike",
          "not enough deals yet: at least "
              + Comparison.FEWEST_DEALS
              + " decided deals with it and "
              + Comparison.FEWEST_DEALS
              + " like them without it are needed");
      return list;
    }
    row(
        list,
        "Among deals alike",
        Cells.points(among.difference())
            + ", 95 % interval "
            + Cells.points(among.interval())
            + ", "
            + Formats.count(among.with())
            + " deals with and "
            + Formats.count(among.without())
            + " without, by "
            + among.strata()
            + " (Mantel–Haenszel)");
    row(
        list,
        "Drawn toward the others",
        Cells.points(among.pulled())
            + ", 95 % interval "
            + Cells.points(among.pulledInterval())
            + (among.standsOut() ? "; stands out" : "; may be chance"));
    var landmark = among.landmark();
    if (landmark != null)
      row(
          list,
          "Of deals that lived " + Math.round(landmark.day()) + " days",
          Double.isNaN(landmark.difference())
              ? "not enough deals yet"
              : Cells.points(landmark.difference())
                  + ", 95 % interval "
                  + Cells.points(landmark.interval())
                  + ", used by then or not");
    var all = new Div(list);
    compared.cautions().stream()
        .sorted()
        .forEach(
            caution -> {
              var words = new Paragraph("Caution: " + caution.label() + ". " + caution.meaning());
              words.addClassName("caution");
              all.add(words);
            });
    all.add(Cells.faint("An association, not an effect: no randomised part stands behind it."));
    return all;
  }

  private static void groups(DescriptionList list, String name, TwoGroups groups) {
    row(
        list,
        name,
        "with it "
            + Formats.share(groups.with())
            + ", without "
            + Formats.share(groups.without())
            + " won");
  }

  private static void row(DescriptionList list, String name, String value) {
    list.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
  }
}
