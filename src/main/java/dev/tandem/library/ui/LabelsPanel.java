package dev.tandem.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetEdit;
import dev.tandem.library.AssetField;
import dev.tandem.library.Label;
import dev.tandem.library.LabelOrigin;
import dev.tandem.library.labelling.LearnedBasis;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Badge.Tone;
import dev.tandem.shared.ui.Panel;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All labels by kind; a guess shows how sure it is and what it rests on, and waits for a click. */
final class LabelsPanel extends Div {
  private final AssetView view;
  private final Asset asset;

  LabelsPanel(AssetView view, Asset asset) {
    this.view = view;
    this.asset = asset;
    addClassName("labels-panel");
    var groups = new Section();
    groups.addClassName("label-groups");
    groups.add(
        group(
            "Type",
            List.of(
                chip(
                    asset.type(),
                    asset.type().value().label(),
                    Tone.NEUTRAL,
                    new AssetEdit.Confirm(AssetField.TYPE),
                    null))));
    groups.add(group("Stages", stages()));
    for (var dimension : Dimension.values())
      if (!asset.terms(dimension).isEmpty() || view.mayEdit())
        groups.add(group(AssetMarks.plural(dimension), terms(dimension)));
    groups.add(
        group(
            "Audience",
            List.of(
                chip(
                    asset.audience(),
                    AssetMarks.audience(asset.audience().value()),
                    asset.buyerSafe() ? Tone.NEUTRAL : Tone.WARNING,
                    new AssetEdit.Confirm(AssetField.AUDIENCE),
                    null))));
    groups.add(
        group(
            "Language",
            List.of(
                chip(
                    asset.language(),
                    AssetMarks.language(asset.language().value()),
                    Tone.NEUTRAL,
                    new AssetEdit.Confirm(AssetField.LANGUAGE),
                    null))));
    var panel = new Panel("Labels", groups);
    long guesses = AssetMarks.toConfirm(asset);
    if (guesses > 0)
      panel.withCaption(
          "Dashed: guessed from the text or learned from confirmed labels, not confirmed yet");
    if (guesses > 0 && view.mayEdit()) panel.withActions(confirmAll(guesses));
    add(panel);
  }

  private Button confirmAll(long guesses) {
    var button =
        new Button(
            "Confirm all " + guesses,
            VaadinIcon.CHECK.create(),
            click -> view.edit(asset, confirmations(asset), "All labels are confirmed."));
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
    return button;
  }

  /** Of all that stands in the panel, also of the language, for which nobody is asked alone. */
  static List<AssetEdit> confirmations(Asset asset) {
    var edits = new ArrayList<AssetEdit>();
    if (asset.type().isInferred()) edits.add(new AssetEdit.Confirm(AssetField.TYPE));
    if (asset.audience().isInferred()) edits.add(new AssetEdit.Confirm(AssetField.AUDIENCE));
    if (asset.stages().stream().anyMatch(Label::isInferred))
      edits.add(new AssetEdit.Confirm(AssetField.STAGES));
    asset.terms().stream()
        .filter(Label::isInferred)
        .map(term -> AssetField.of(term.value().dimension()))
        .distinct()
        .forEach(field -> edits.add(new AssetEdit.Confirm(field)));
    if (asset.language().isInferred()) edits.add(new AssetEdit.Confirm(AssetField.LANGUAGE));
    return edits;
  }

  private List<Component> stages() {
    var chips = new ArrayList<Component>();
    for (Label<JourneyStage> stage : asset.stages())
      chips.add(
          chip(
              stage,
              stage.value().label(),
              Tone.ACCENT,
              new AssetEdit.ConfirmStage(stage.value()),
              new AssetEdit.RefuseStage(stage.value())));
    return chips;
  }

  private List<Component> terms(Dimension dimension) {
    var chips = new ArrayList<Component>();
    for (Label<Term> term : asset.terms(dimension))
      chips.add(
          chip(
              term,
              term.value().label(),
              Tone.NEUTRAL,
              new AssetEdit.ConfirmTerm(term.value()),
              new AssetEdit.RefuseTerm(term.value())));
    return chips;
  }

  private static Div group(String name, List<Component> chips) {
    var heading = new Span(name);
    heading.addClassName("label-group-name");
    var values = new Div();
    values.addClassName("label-values");
    if (chips.isEmpty()) {
      var none = new Span("none");
      none.addClassName("caption");
      values.add(none);
    }
    chips.forEach(values::add);
    var group = new Div(heading, values);
    group.addClassName("label-group");
    group.getElement().setAttribute("role", "group");
    group.getElement().setAttribute("aria-label", name);
    return group;
  }

  private Component chip(
      Label<?> label, String words, Tone tone, AssetEdit confirm, @Nullable AssetEdit refuse) {
    if (!label.isInferred()) return new Badge(words, tone, origin(label.origin()));
    var chip = new Div(new Badge(words, Tone.INFERRED), confidence(label));
    chip.addClassName("label-guess");
    if (view.mayEdit()) {
      chip.add(button("Confirm " + words, VaadinIcon.CHECK, confirm, words + " confirmed."));
      if (refuse != null)
        chip.add(button("Remove " + words, VaadinIcon.CLOSE_SMALL, refuse, words + " removed."));
    }
    var basis = label.basis();
    if (basis != null && !basis.isBlank()) {
      var reason = new Span(AssetBadges.origin(basis));
      reason.addClassName("label-basis");
      reason.setTitle(basis);
      if (LearnedBasis.is(basis)) {
        chip.addClassName("label-learned");
        reason.setTitle("Learned from labels that people confirmed or gave. " + basis);
      }
      chip.add(reason);
    }
    return chip;
  }

  private static Span confidence(Label<?> label) {
    var words = new Span(AssetMarks.confidence(label.confidence()));
    words.addClassName("caption");
    words.setTitle("Confidence " + Math.round(label.confidence() * 100) + " %");
    return words;
  }

  private Button button(String name, VaadinIcon icon, AssetEdit edit, String done) {
    var button = new Button(icon.create(), click -> view.edit(asset, List.of(edit), done));
    button.addThemeVariants(
        ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
    button.setAriaLabel(name);
    button.setTooltipText(name);
    return button;
  }

  private static String origin(LabelOrigin origin) {
    return switch (origin) {
      case INFERRED -> "Guessed from the text";
      case METADATA -> "From the file's own properties";
      case GIVEN -> "Given at the import";
      case CONFIRMED -> "Confirmed by a person";
    };
  }
}
