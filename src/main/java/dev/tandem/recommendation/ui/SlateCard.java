package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tandem.library.Asset;
import dev.tandem.library.ui.AssetBadges;
import dev.tandem.library.ui.TypeIcon;
import dev.tandem.recommendation.Slate;
import dev.tandem.recommendation.curation.CurationRule;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Badge.Tone;
import dev.tandem.shared.ui.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One recommended asset: what it is, why it is here, and what can be done with it. */
final class SlateCard extends Div {
  private final transient Shown shown;
  private final transient SlateActions actions;
  private final transient Runnable changed;
  private final transient @Nullable BuyerLink link;

  /**
   * @param compact for narrow places: the main reason and the main actions only
   * @param changed told when something was sent or taken back
   */
  SlateCard(Shown shown, SlateActions actions, boolean compact, Runnable changed) {
    this.shown = shown;
    this.actions = actions;
    this.changed = changed;
    this.link = BuyerLink.to(shown.asset()).orElse(null);
    addClassName("slate-card");
    if (compact) addClassName("slate-card-compact");
    var element = getElement();
    element.setAttribute("data-asset", shown.asset().id().value());
    element.setAttribute("data-slate", shown.slate());
    element.setAttribute("tabindex", "0");
    element.setAttribute("role", "listitem");
    element.setAttribute(
        "aria-label", shown.item().position() + ". " + shown.asset().title().value());
    add(thumbnail(), body(compact), compact ? fewActions() : allActions());
  }

  static String picturePath(Asset asset) {
    return "assets/" + asset.id().value() + "/preview.png";
  }

  static String filePath(Asset asset) {
    return "assets/" + asset.id().value() + "/file";
  }

  private Component thumbnail() {
    var asset = shown.asset();
    var icon = TypeIcon.of(asset.type().value()).create();
    icon.getElement().setAttribute("aria-hidden", "true");
    var tile = new Div(icon);
    tile.addClassNames("slate-thumb", "type-" + asset.type().value().id().replace('_', '-'));
    if (asset.hasPicture()) {
      var picture = new Image(picturePath(asset), "");
      picture.getElement().setAttribute("loading", "lazy");
      tile.add(picture);
    }
    return tile;
  }

  private Component body(boolean compact) {
    var asset = shown.asset();
    var title = new Anchor("library/" + asset.id().value(), asset.title().value());
    title.setRouterIgnore(true);
    title.addClassName("slate-title");
    var position = new Span(String.valueOf(shown.item().position()));
    position.addClassName("slate-position");
    position.getElement().setAttribute("aria-hidden", "true");
    var head = new Div(position, title);
    head.addClassName("slate-head");
    var badges = new Div();
    badges.addClassName("badges");
    AssetBadges.of(asset).forEach(badges::add);
    var sent = shown.item().alreadySent();
    if (sent != null)
      badges.add(new Badge("✓ Sent " + Formats.day(sent), Tone.GOOD, "This buyer has it already"));
    var curated = shown.item().curated();
    if (curated != null) badges.add(curatedBadge(curated));
    var body = new Div(head, badges, compact ? mainReason() : reasons(curated == null ? 3 : 4));
    body.addClassName("slate-body");
    if (compact) return body;
    shown.item().pages().stream()
        .limit(1)
        .map(page -> AssetWords.passage(asset, page))
        .forEach(body::add);
    body.add(new EvidenceCard(shown.item().evidence()));
    return body;
  }

  /** The reason list says it in full; the badge is what one sees first. */
  private static Badge curatedBadge(Slate.Curated curated) {
    var tone = curated.kind() == CurationRule.Kind.BURY ? Tone.WARNING : Tone.ACCENT;
    var badge =
        new Badge(
            curated.kind().done()
                + " by "
                + curated.by()
                + " until "
                + Formats.day(curated.until()),
            tone,
            curated.words());
    badge.addClassName("badge-curated");
    return badge;
  }

  private Component mainReason() {
    return list(AssetWords.main(shown.item().reasons()).stream().toList());
  }

  private Component reasons(int most) {
    return list(shown.item().reasons().stream().limit(most).toList());
  }

  private static Component list(List<Slate.Reason> reasons) {
    var list = new UnorderedList();
    list.addClassName("slate-reasons");
    list.getElement().setAttribute("aria-label", "Why");
    reasons.forEach(
        reason -> {
          var icon = AssetWords.icon(reason).create();
          icon.getElement().setAttribute("aria-hidden", "true");
          list.add(new ListItem(icon, new Span(reason.text())));
        });
    list.setVisible(!reasons.isEmpty());
    return list;
  }

  private Component allActions() {
    var bar = new Div();
    bar.addClassName("slate-actions");
    var main = new Div();
    main.addClassName("slate-actions-main");
    if (shown.item().sendable()) main.add(send());
    main.add(open(), copy());
    if (shown.asset().hasFile()) main.add(download());
    var judge = new Div(helpful(), notHelpful(), dismiss());
    judge.addClassName("slate-actions-judge");
    bar.add(main, judge);
    return bar;
  }

  private Component fewActions() {
    var bar = new Div();
    bar.addClassName("slate-actions");
    var main = new Div(copy());
    main.addClassName("slate-actions-main");
    if (shown.item().sendable()) main.addComponentAsFirst(send());
    var open = open();
    open.addClassName("visually-hidden");
    open.setTabIndex(-1);
    main.add(open);
    bar.add(main);
    return bar;
  }

  private Button send() {
    var word = new Span("Send");
    word.addClassName("send-word"); // gives way where there is no room
    var button =
        new Button(VaadinIcon.PAPERPLANE_O.create(), click -> actions.send(shown, changed));
    button.getElement().appendChild(word.getElement());
    button.removeThemeVariants(ButtonVariant.LUMO_ICON); // there is a word beside it
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
    name(button, "send", "Send to the buyer");
    return button;
  }

  private Button open() {
    var button = icon(VaadinIcon.EYE, "open", "Look inside");
    button.addClickListener(click -> actions.open(shown, changed));
    return button;
  }

  private Button copy() {
    var button =
        icon(
            VaadinIcon.LINK,
            "copy",
            link == null ? "Copy link for colleagues" : "Copy link for the buyer");
    button
        .getElement()
        .setAttribute(
            "data-copy", link == null ? "library/" + shown.asset().id().value() : link.path());
    button.addClickListener(click -> actions.copied(shown, link, changed));
    return button;
  }

  private Component download() {
    var file = new Anchor(filePath(shown.asset()), "");
    file.setRouterIgnore(true);
    file.setDownload(true);
    file.addClassName("icon-link");
    file.add(VaadinIcon.DOWNLOAD_ALT.create());
    file.setAriaLabel("Download");
    file.getElement().setAttribute("title", "Download");
    file.getElement().setAttribute("data-action", "download");
    file.getElement().addEventListener("click", click -> actions.downloaded(shown));
    return file;
  }

  private Button helpful() {
    var button = icon(VaadinIcon.THUMBS_UP_O, "helpful", "Helpful");
    button.addClickListener(
        click -> actions.helpful(shown, () -> press(button, true), () -> press(button, false)));
    return button;
  }

  private Button notHelpful() {
    var button = icon(VaadinIcon.THUMBS_DOWN_O, "not-helpful", "Not helpful");
    button.addClickListener(
        click ->
            actions.notHelpful(
                button, shown, () -> press(button, true), () -> press(button, false)));
    return button;
  }

  private Button dismiss() {
    var button = icon(VaadinIcon.CLOSE_SMALL, "dismiss", "Dismiss");
    button.addClickListener(
        click -> actions.dismiss(button, shown, this::foldAway, this::comeBack));
    return button;
  }

  private void foldAway() {
    setVisible(false);
    if (getParent().orElse(null) instanceof SlateList list) list.focusNextTo(this);
  }

  private void comeBack() {
    setVisible(true);
    getElement().callJsFunction("focus");
  }

  private static void press(Button button, boolean pressed) {
    button.setEnabled(!pressed);
    button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
    button.setClassName("pressed", pressed);
  }

  private Button icon(VaadinIcon picture, String action, String words) {
    var button = new Button(picture.create());
    button.addThemeVariants(
        ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
    name(button, action, words);
    button.setTooltipText(words);
    return button;
  }

  private void name(Button button, String action, String words) {
    button.getElement().setAttribute("data-action", action);
    button.setAriaLabel(words + ": " + shown.asset().title().value());
  }
}
