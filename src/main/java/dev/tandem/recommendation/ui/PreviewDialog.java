package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetText;
import dev.tandem.library.ui.AssetBadges;
import org.jspecify.annotations.Nullable;

/** A look inside an asset without leaving the deal. */
final class PreviewDialog extends Dialog {
  private static final int PAGES = 3;
  private static final int CHARACTERS = 2_500;

  PreviewDialog(Shown shown, @Nullable AssetText text, SlateActions actions, Runnable sent) {
    super(shown.asset().title().value());
    var asset = shown.asset();
    setWidth("min(52rem, 96vw)");
    addClassName("preview-dialog");
    var badges = new Div();
    badges.addClassName("badges");
    AssetBadges.of(asset).forEach(badges::add);
    add(badges);
    if (!asset.description().value().isBlank()) {
      var about = new Paragraph(asset.description().value());
      about.addClassName("preview-about");
      add(about);
    }
    if (!shown.item().pages().isEmpty()) {
      var found = new Div();
      found.addClassName("preview-found");
      shown.item().pages().forEach(page -> found.add(AssetWords.passage(asset, page)));
      add(found);
    }
    if (asset.hasPicture()) add(picture(asset));
    if (text != null) add(reading(shown, text));
    footer(shown, actions, sent);
  }

  private static Image picture(Asset asset) {
    var picture = new Image(SlateCard.picturePath(asset), "First page");
    picture.addClassName("preview-picture");
    picture.getElement().executeJs("this.addEventListener('error', () => { this.hidden = true; })");
    return picture;
  }

  /** From the page that matched on; a reader of the whole opens the file. */
  private static Div reading(Shown shown, AssetText text) {
    int from =
        shown.item().pages().isEmpty() ? 1 : Math.max(1, shown.item().pages().getFirst().page());
    var reading = new Div();
    reading.addClassName("preview-text");
    reading.getElement().setAttribute("tabindex", "0");
    reading.getElement().setAttribute("role", "region");
    reading.getElement().setAttribute("aria-label", "Text");
    text.pages().stream()
        .filter(page -> page.number() >= from)
        .limit(PAGES)
        .forEach(
            page -> {
              if (text.pages().size() > 1)
                reading.add(new H3(page.label() == null ? "Page " + page.number() : page.label()));
              var words = page.text().strip();
              reading.add(
                  new Paragraph(
                      words.length() > CHARACTERS
                          ? words.substring(0, words.offsetByCodePoints(0, CHARACTERS / 2)) + " …"
                          : words));
            });
    return reading;
  }

  private void footer(Shown shown, SlateActions actions, Runnable sent) {
    var asset = shown.asset();
    var page = new Anchor("library/" + asset.id().value(), "Asset page");
    page.setTarget(AnchorTarget.BLANK);
    page.addClassName("button-link");
    getFooter().add(page);
    var url = asset.url();
    if (asset.hasFile()) getFooter().add(link(SlateCard.filePath(asset), "Open file"));
    else if (url != null) getFooter().add(link(url, "Open link"));
    if (shown.item().sendable()) {
      var send =
          new Button(
              "Send",
              VaadinIcon.PAPERPLANE_O.create(),
              click -> {
                close();
                actions.send(shown, sent);
              });
      send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      getFooter().add(send);
    } else {
      getFooter().add(new Button("Close", click -> close()));
    }
  }

  private static Anchor link(String href, String words) {
    var link = new Anchor(href, words);
    link.setTarget(AnchorTarget.BLANK);
    link.setRouterIgnore(true);
    link.getElement().setAttribute("rel", "noopener noreferrer");
    link.addClassName("button-link");
    link.addComponentAsFirst(VaadinIcon.EXTERNAL_LINK.create());
    return link;
  }
}
