package dev.tandem.library.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Merges;
import dev.tandem.library.Merges.MergeOutcome;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Asks before near copies are made one, says what that does, and offers a way back. */
public final class MergeCopies {
  private MergeCopies() {}

  /**
   * @param changed runs when something was merged or separated
   */
  public static void ask(
      Merges merges, Asset kept, List<Asset> copies, String who, Runnable changed) {
    var what =
        copies.size() == 1
            ? "“" + copies.getFirst().title().value() + "”"
            : Formats.count(copies.size()) + " copies";
    var effects = new UnorderedList();
    for (var words :
        List.of(
            "Links to it, also those that buyers have, lead to “" + kept.title().value() + "”.",
            "Its use and results count for the kept asset in reports and recommendations, past ones"
                + " too. The log itself stays as it is.",
            "Labels and tags that somebody gave it are added to the kept asset.",
            "Requests and rules about it hold for the kept asset.",
            "It is archived, not deleted; you can separate them again at any time."))
      effects.add(new ListItem(words));
    var text = new Div();
    if (copies.size() > 1)
      text.add(
          new Paragraph(
              copies.stream()
                  .map(copy -> "“" + copy.title().value() + "” (" + copy.id() + ")")
                  .collect(Collectors.joining(", "))));
    text.add(effects);
    var dialog = new ConfirmDialog();
    dialog.setHeader("Merge " + what + " into “" + kept.title().value() + "”?");
    dialog.setText(text);
    dialog.setConfirmText("Merge");
    dialog.setCancelable(true);
    dialog.addConfirmListener(confirmed -> merge(merges, kept, copies, who, changed));
    dialog.open();
  }

  private static void merge(
      Merges merges, Asset kept, List<Asset> copies, String who, Runnable changed) {
    var done = new ArrayList<AssetId>();
    var refused = new ArrayList<String>();
    for (var copy : copies)
      switch (merges.merge(copy.id(), kept.id(), who)) {
        case MergeOutcome.Done it -> done.add(it.merged().copy());
        case MergeOutcome.Refused it -> refused.add(it.why());
      }
    changed.run();
    if (!refused.isEmpty()) Notices.failed(String.join(" ", refused));
    if (done.isEmpty()) return;
    Notices.done(
        Formats.count(done.size(), "copy", "copies")
            + " merged into “"
            + kept.title().value()
            + "”.",
        () -> {
          done.forEach(copy -> merges.separate(copy, who));
          changed.run();
        });
  }
}
