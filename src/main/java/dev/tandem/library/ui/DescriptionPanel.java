package dev.tandem.library.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.tandem.library.Asset;
import dev.tandem.shared.ui.Panel;

/** What the asset is about, in a few sentences. */
final class DescriptionPanel extends Div {
  DescriptionPanel(AssetView view, Asset asset) {
    var words = asset.description().value();
    var text =
        new Paragraph(
            words.isBlank()
                ? "No description yet. A sentence or two helps reps to choose."
                : words);
    text.addClassName(words.isBlank() ? "caption" : "asset-description");
    var panel = new Panel("Description", text);
    if (asset.description().isInferred() && !words.isBlank() && view.mayEdit())
      panel.withCaption("taken from the text");
    add(panel);
  }
}
