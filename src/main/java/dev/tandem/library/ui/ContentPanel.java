package dev.tandem.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetText;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import org.jspecify.annotations.Nullable;

/** What is inside: a picture of the first page, and the text as search sees it, page by page. */
final class ContentPanel extends Div {
  /** More would make a page that no browser scrolls well; the file has the rest. */
  private static final int PAGES = 60;

  private static final int OPEN_PAGES = 1;

  ContentPanel(Asset asset, @Nullable AssetText text) {
    var inside = new Div();
    inside.addClassName("asset-content");
    if (asset.hasPicture()) {
      var picture = AssetMarks.picture(asset, "First page");
      picture.addClassName("asset-picture");
      inside.add(picture);
    }
    if (text == null) {
      inside.add(
          new Paragraph(
              asset.hasFile()
                  ? "No text could be read from this file; it is found by its title and labels."
                  : "This asset lives elsewhere; it is found by its title, description and"
                      + " labels."));
    } else {
      for (int i = 0; i < Math.min(PAGES, text.pages().size()); i++)
        inside.add(page(asset, text, text.pages().get(i), i < OPEN_PAGES));
      if (text.pages().size() > PAGES)
        inside.add(
            new Paragraph(
                Formats.count(text.pages().size() - PAGES) + " more pages are in the file."));
    }
    var panel = new Panel("Content", inside);
    if (text != null) panel.withCaption(Formats.count(text.pages().size(), "page", "pages"));
    add(panel);
  }

  private static Component page(Asset asset, AssetText text, AssetText.Page page, boolean open) {
    var name = page.label() == null ? "Page " + page.number() : page.label();
    var words = page.text().strip();
    var body = new Div();
    body.addClassName("page-text");
    for (var part : words.split("\\n{2,}")) body.add(new Paragraph(part));
    if (page.notes() != null && !page.notes().isBlank()) {
      var notes = new Paragraph("Speaker notes: " + page.notes().strip());
      notes.addClassName("caption");
      body.add(notes);
    }
    if (asset.hasFile() && "application/pdf".equals(asset.mediaType())) {
      var open2 =
          new Anchor(AssetMarks.file(asset.id()) + "#page=" + page.number(), "Open at this page");
      open2.setTarget(AnchorTarget.BLANK);
      open2.setRouterIgnore(true);
      open2.getElement().setAttribute("rel", "noopener noreferrer");
      body.add(open2);
    }
    if (text.pages().size() == 1) return body;
    var first = words.lines().findFirst().orElse("");
    var heading = new Span(name);
    heading.addClassName("page-name");
    var start = new Span(first);
    start.addClassName("page-start");
    var summary = new Div(heading, start);
    summary.addClassName("page-summary");
    var details = new Details(summary, body);
    details.setOpened(open);
    details.addClassName("page-details");
    return details;
  }
}
