package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.tandem.deals.Opportunity;
import dev.tandem.library.ui.AssetBadges;
import dev.tandem.requests.ContentRequest;
import dev.tandem.requests.SimilarAssets;
import dev.tandem.taxonomy.ContentType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is needed, in the rep's words, beside what the library has that may do already. */
final class AskDialog extends Dialog {
  static final int LONGEST = 2_000;
  private static final int SIMILAR = 3;

  /** What a rep filled in. */
  record Filled(String need, @Nullable ContentType kind, @Nullable Opportunity deal) {}

  private final transient SimilarAssets similar;
  private final TextArea need = new TextArea("What do you need?");
  private final ComboBox<ContentType> kind = new ComboBox<>("Which kind? (may stay empty)");
  private final ComboBox<Opportunity> deal = new ComboBox<>("For which deal? (may stay empty)");
  private final Div near = new Div();

  /**
   * @param send passes it on; empty when that failed, and then the words stay
   */
  AskDialog(SimilarAssets similar, Function<Filled, Optional<ContentRequest>> send) {
    super("Ask marketing for it");
    this.similar = similar;
    addClassName("ask-dialog");
    setWidth("min(36rem, 96vw)");
    need.setWidthFull();
    need.setMinRows(3);
    need.setMaxLength(LONGEST);
    need.setValueChangeMode(ValueChangeMode.LAZY);
    need.setValueChangeTimeout(500);
    need.addValueChangeListener(change -> showNear());
    kind.setWidthFull();
    kind.setItems(ContentType.values());
    kind.setItemLabelGenerator(ContentType::label);
    kind.setClearButtonVisible(true);
    kind.addValueChangeListener(change -> showNear());
    deal.setWidthFull();
    deal.setClearButtonVisible(true);
    near.addClassName("ask-near");
    near.getElement().setAttribute("aria-live", "polite");
    var submit = new Button("Send to marketing");
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    submit.addClickListener(click -> submit(send));
    add(
        new Paragraph("What you looked for goes along, so nobody has to ask back what you tried."),
        need,
        kind,
        deal,
        near);
    getFooter().add(new Button("Cancel", click -> close()), submit);
  }

  void offerDeals(
      List<Opportunity> deals, ItemLabelGenerator<Opportunity> name, @Nullable Opportunity chosen) {
    deal.setItems(deals);
    deal.setItemLabelGenerator(name);
    if (chosen == null) return;
    deal.setValue(chosen);
    deal.setReadOnly(true);
    deal.setLabel("For this deal");
  }

  void prefill(String words, @Nullable ContentType type) {
    need.setValue(words);
    if (type != null) kind.setValue(type);
    showNear();
    need.focus();
  }

  private void showNear() {
    near.removeAll();
    var found = similar.to(need.getValue(), kind.getValue(), SIMILAR);
    if (found.isEmpty()) return;
    var title = new Span("Would one of these do?");
    title.addClassName("row-name");
    var list = new UnorderedList();
    list.addClassName("request-list");
    for (var asset : found) {
      var link = new Anchor("library/" + asset.id().value(), asset.title().value());
      link.setTarget(AnchorTarget.BLANK);
      link.addClassName("grid-link");
      var badges = new Div();
      badges.addClassName("badges");
      AssetBadges.of(asset).forEach(badges::add);
      list.add(new ListItem(link, badges));
    }
    near.add(title, list);
  }

  private void submit(Function<Filled, Optional<ContentRequest>> send) {
    if (need.getValue().isBlank()) {
      need.setErrorMessage("A few words on what is missing.");
      need.setInvalid(true);
      return;
    }
    if (send.apply(new Filled(need.getValue(), kind.getValue(), deal.getValue())).isPresent())
      close();
  }
}
