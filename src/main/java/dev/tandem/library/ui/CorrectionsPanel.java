package dev.tandem.library.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.tandem.library.AssetCorrection;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import java.util.List;

/** Who changed what; kept over every import. */
final class CorrectionsPanel extends Div {
  private static final int SHOWN = 12;

  CorrectionsPanel(List<AssetCorrection> corrections) {
    var list = new OrderedList();
    list.addClassName("versions");
    corrections.stream().limit(SHOWN).forEach(correction -> list.add(item(correction)));
    var panel = new Panel("Changes by people", list);
    if (corrections.size() > SHOWN)
      panel.withCaption("the newest " + SHOWN + " of " + corrections.size());
    add(panel);
  }

  private static ListItem item(AssetCorrection correction) {
    var field = correction.field().id().replace('_', ' ');
    var before = correction.before() == null ? "" : correction.before();
    var after = correction.after() == null ? "" : correction.after();
    String what;
    if (before.equals(after)) what = field + " confirmed: " + after;
    else if (after.isEmpty()) what = field + " removed: " + before;
    else if (before.isEmpty()) what = field + ": " + after;
    else what = field + ": " + before + " → " + after;
    var words = new Span(what.length() > 160 ? what.substring(0, 160) + "…" : what);
    words.addClassName("correction");
    words.setTitle(what);
    var by = correction.by() == null ? "Tandem" : correction.by();
    var when = new Span(Formats.moment(correction.at()) + ", " + by);
    when.addClassName("caption");
    return new ListItem(words, when);
  }
}
