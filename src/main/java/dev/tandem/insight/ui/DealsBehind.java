package dev.tandem.insight.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import dev.tandem.insight.DealUse;
import dev.tandem.insight.PerformanceRow;
import dev.tandem.insight.UseTables;
import dev.tandem.shared.ui.Formats;
import java.util.List;

/** The deals that a row of the report was counted from. */
final class DealsBehind extends Dialog {
  DealsBehind(PerformanceRow row, List<DealUse> uses, DealTable table, Period period) {
    super(row.label());
    setWidth("min(46rem, 96vw)");
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
    var page = new Anchor("library/" + row.key(), "Open the asset");
    page.setRouterIgnore(false);
    page.addClassName("button-link");
    if (!uses.isEmpty()) getFooter().add(new ExportLinks(() -> UseTables.deals(uses)));
    getFooter().add(page, new Button("Close", click -> close()));
  }
}
