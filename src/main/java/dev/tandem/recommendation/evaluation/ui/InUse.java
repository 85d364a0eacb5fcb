package dev.tandem.recommendation.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.tandem.identity.UserId;
import dev.tandem.recommendation.evaluation.WeightTrial;
import dev.tandem.search.SynonymChanges;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is in use for everybody and since when, and the way to another: the trial's, or back. */
final class InUse extends Div {
  private final transient Comparing comparing;
  private final transient UserId self;
  private final transient Runnable changed;

  /**
   * @param state with the trial that may be put to use
   * @param changed told when something else is in use
   */
  InUse(Comparing comparing, EvaluationState state, UserId self, Runnable changed) {
    this.comparing = comparing;
    this.self = self;
    this.changed = changed;
    addClassName("in-use");
    weights(state);
    synonyms(state);
  }

  private void weights(EvaluationState state) {
    var now = comparing.weights().inUse();
    var history = comparing.weights().history(2);
    var words = words(now);
    add(
        line(
            "Expert weights: " + words,
            history.isEmpty() ? null : history.getFirst().by(),
            history.isEmpty() ? null : history.getFirst().at()));
    var buttons = new ArrayList<Component>();
    if (state.tries() && !state.trial().equals(now))
      buttons.add(
          button("Use these weights from now on", true, () -> askWeights(state.trial(), now)));
    if (!history.isEmpty()) {
      var before = history.size() > 1 ? history.get(1).weights() : WeightTrial.NOTHING_CHANGED;
      if (!before.equals(now))
        buttons.add(button("Back to: " + words(before), false, () -> askWeights(before, now)));
    }
    addBar(buttons);
  }

  private void askWeights(WeightTrial wanted, WeightTrial now) {
    var learned =
        comparing.learnedIsInUse()
            ? " A learned model ranks at present and goes on: where it learned much that stays,"
                + " elsewhere the change counts in full. The next training starts from the new"
                + " weights."
            : "";
    ask(
        "Use these weights for everybody?",
        words(wanted)
            + ", instead of "
            + words(now)
            + ". Search and recommendations change at once; the log keeps which weights ranked."
            + learned,
        () -> {
          comparing.weights().use(wanted, self);
          Notices.done(
              "In use from now on: " + words(wanted) + ".",
              () -> {
                comparing.weights().use(now, self);
                changed.run();
              });
        });
  }

  private void synonyms(EvaluationState state) {
    var now = comparing.synonyms().inUse();
    var history = comparing.synonyms().history(2);
    add(
        line(
            "Synonyms: " + words(now),
            history.isEmpty() ? null : history.getFirst().by(),
            history.isEmpty() ? null : history.getFirst().at()));
    var buttons = new ArrayList<Component>();
    if (state.tries() && !state.synonyms().equals(now))
      buttons.add(
          button("Use these synonyms from now on", true, () -> askSynonyms(state.synonyms(), now)));
    if (!history.isEmpty()) {
      var before = history.size() > 1 ? history.get(1).changes() : SynonymChanges.NONE;
      if (!before.equals(now))
        buttons.add(button("Back to: " + words(before), false, () -> askSynonyms(before, now)));
    }
    addBar(buttons);
  }

  private void askSynonyms(SynonymChanges wanted, SynonymChanges now) {
    ask(
        "Use these synonyms for everybody?",
        words(wanted)
            + ", instead of "
            + words(now)
            + ". Search and recommendations read questions by them at once.",
        () -> {
          comparing.synonyms().use(wanted, self);
          Notices.done(
              "In use from now on: " + words(wanted) + ".",
              () -> {
                comparing.synonyms().use(now, self);
                changed.run();
              });
        });
  }

  private void ask(String title, String text, Runnable yes) {
    var dialog =
        new ConfirmDialog(
            title,
            text,
            "Use from now on",
            confirmed -> {
              yes.run();
              changed.run();
            });
    dialog.setCancelable(true);
    dialog.open();
  }

  private static String words(WeightTrial weights) {
    return weights.factors().isEmpty() ? "as shipped" : weights.name();
  }

  private static String words(SynonymChanges changes) {
    if (changes.isEmpty()) return "as shipped";
    var words = new ArrayList<String>();
    changes.added().forEach(group -> words.add("+ " + group));
    changes.removed().forEach(group -> words.add("− " + group));
    return String.join("; ", words);
  }

  private static Paragraph line(String words, @Nullable String by, @Nullable Instant at) {
    var line =
        new Paragraph(
            by == null || at == null
                ? words + "."
                : words + " (by " + by + ", " + Formats.moment(at) + ").");
    line.addClassName("caption");
    return line;
  }

  private static Button button(String words, boolean main, Runnable work) {
    var button = new Button(words, click -> work.run());
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    if (!main) button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    return button;
  }

  private void addBar(List<Component> buttons) {
    if (buttons.isEmpty()) return;
    var bar = new Div();
    bar.addClassName("in-use-actions");
    buttons.forEach(bar::add);
    add(bar);
  }
}
