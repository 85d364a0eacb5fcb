package dev.tandem.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.tandem.identity.UserId;
import dev.tandem.learning.LinearPrior;
import dev.tandem.learning.ModelRegistry;
import dev.tandem.learning.Rival;
import dev.tandem.learning.experiments.ExperimentSettings;
import dev.tandem.learning.experiments.ExperimentWatch;
import dev.tandem.learning.experiments.HoldoutComparison;
import dev.tandem.learning.experiments.LiveResults;
import dev.tandem.learning.experiments.LiveResults.Found;
import dev.tandem.learning.experiments.Preferences;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.Panel;
import dev.tandem.shared.ui.StatTile;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is compared before reps at this moment, what came of it, and the way back. */
@org.springframework.stereotype.Component
@org.springframework.context.annotation.Profile("!command")
class ExperimentsPanel {
  private final LiveResults results;
  private final ExperimentWatch watch;
  private final ModelRegistry registry;
  private final ExperimentSettings settings;

  ExperimentsPanel(
      LiveResults results,
      ExperimentWatch watch,
      ModelRegistry registry,
      ExperimentSettings settings) {
    this.results = results;
    this.watch = watch;
    this.registry = registry;
    this.settings = settings;
  }

  /**
   * @param changed is called after a button put another model to use
   * @param decides who looks and may press such buttons; null for who only reads
   */
  Component show(Runnable changed, @Nullable UserId decides) {
    if (!settings.enabled())
      return new Panel("Experiments", new Paragraph("Switched off: " + SETTING + "enabled=false."));
    var found = results.now();
    var tiles = new Div(comparison(found), heldOut(found), triedOut(found));
    tiles.addClassName("stats");
    var panel =
        new Panel("Experiments", new Paragraph(sentence(found)), tiles)
            .withCaption("A small share of what reps see, so that gains are measured");
    var rival = found.rival();
    if (rival != null && decides != null) panel.withActions(actions(rival, changed, decides));
    return panel;
  }

  private static final String SETTING = "tandem.learning.experiments.";

  private String sentence(Found found) {
    var rival = found.rival();
    if (rival == null)
      return "Nothing is compared at this moment: the next model that passes the gate is tried"
          + " before reps first.";
    var name = ModelNames.of(rival.model().version());
    var inUse = ModelNames.of(found.inUse());
    if (rival.canary())
      return "%s passed the gate and is tried on %s of what is shown, picking in turn with %s. It is promoted once reps prefer it, and at the latest decided upon after %d sessions that tell or %d days."
          .formatted(
              ModelNames.first(rival.model().version()),
              Formats.percent(settings.canary()),
              inUse,
              settings.canarySessions(),
              settings.canaryDays());
    if (found.settled())
      return "%s was compared with %s, in use before, for long enough; the comparison has ended."
          .formatted(ModelNames.first(found.inUse()), name);
    return "%s picks in turn with %s, in use before, on %s of what is shown. If it turns out worse, that is in use again."
        .formatted(ModelNames.first(found.inUse()), name, Formats.percent(settings.interleaving()));
  }

  private static Component comparison(Found found) {
    var preferences = found.preferences();
    var rival = found.rival();
    if (rival == null) return new StatTile("Preferred by reps", "–", "nothing to compare with");
    var judged = rival.canary() ? rival.model().version() : found.inUse();
    var name = "Reps prefer " + ModelNames.of(judged);
    if (preferences.decisive() == 0)
      return new StatTile(
          name,
          "not enough data yet",
          Formats.count(preferences.ties(), "session", "sessions") + " so far, none that tells");
    return new StatTile(
        name,
        Formats.percent(preferences.share()),
        "%s of %s sessions that tell, 95 %% interval %s; %s. %s"
            .formatted(
                Formats.count(preferences.wins()),
                Formats.count(preferences.decisive()),
                Formats.interval(preferences.interval()),
                Formats.count(preferences.ties(), "tie", "ties"),
                verdict(preferences)));
  }

  private static String verdict(Preferences preferences) {
    if (preferences.better()) return "Better with confidence.";
    if (preferences.worse()) return "Worse with confidence.";
    var needed = preferences.sessionsNeeded();
    return needed.isPresent()
        ? "As things go, about %s until it is sure."
            .formatted(Formats.count(needed.getAsLong(), "more session", "more sessions"))
        : "As things go, no number of sessions would tell them apart.";
  }

  private Component heldOut(Found found) {
    var held = found.heldOut();
    var name = "Against the experts' order";
    if (held == null)
      return new StatTile(name, "–", "nothing learned is in use that could be held out");
    if (held.learned().trials() + held.prior().trials() == 0)
      return new StatTile(name, "not enough data yet", "no list was seen since it is in use");
    var basis =
        "Used: %s of the slates learned, %s on held-out days"
            .formatted(Formats.share(held.learned()), Formats.share(held.prior()));
    var difference = held.difference();
    if (difference == null)
      return new StatTile(
          name,
          "not enough data yet",
          "%s. So far %d and %d days of reps; %d of each are needed"
              .formatted(
                  basis, held.learnedDays(), held.priorDays(), HoldoutComparison.LEAST_DAYS));
    return new StatTile(
        name,
        points(held.learned().rate() - held.prior().rate()),
        "%s; 95 %% interval %s to %s for one look, over %d and %d days of reps"
            .formatted(
                basis,
                points(difference.low()),
                points(difference.high()),
                held.learnedDays(),
                held.priorDays()));
  }

  private static String points(double difference) {
    return String.format(Locale.ENGLISH, "%+.1f points", 100 * difference);
  }

  private Component triedOut(Found found) {
    var used = found.triedOutUsed();
    return new StatTile(
        "Tried out",
        Formats.percent(found.triedOut().rate()),
        "%s of %s slates; allowed are %s. Used: %s"
            .formatted(
                Formats.count(found.triedOut().successes()),
                Formats.count(found.triedOut().trials()),
                Formats.percent(settings.exploration()),
                used.trials() == 0
                    ? "nothing of it was seen yet"
                    : Formats.share(used) + " of what was seen"));
  }

  private Component[] actions(Rival rival, Runnable changed, UserId by) {
    var version = rival.model().version();
    var name = ModelNames.of(version);
    if (rival.canary())
      return new Component[] {
        button("Turn down", "Stop trying " + name + "?", () -> end(rival, false, changed, by)),
        button("Promote now", "Put " + name + " to use now?", () -> end(rival, true, changed, by))
      };
    // the way back to the experts' order stands beside what is in use, whatever is compared
    if (LinearPrior.isVersion(version)) return new Component[0];
    return new Component[] {
      button(
          "Go back to " + name, "Rank by " + name + " again?", () -> goBack(version, changed, by))
    };
  }

  private static Button button(String label, String question, Runnable then) {
    var button =
        new Button(
            label,
            click -> {
              var dialog =
                  new ConfirmDialog(
                      question,
                      "It counts from the next request on, and is kept in the history.",
                      label,
                      confirmed -> then.run());
              dialog.setCancelable(true);
              dialog.open();
            });
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }

  private void end(Rival canary, boolean promote, Runnable changed, UserId by) {
    var name = ModelNames.of(canary.model().version());
    if (watch.end(canary, promote, "decided in the learning view", by))
      Notices.done(
          promote
              ? "Now in use: " + name
              : ModelNames.first(canary.model().version()) + " is not tried any more");
    else Notices.failed("This was decided meanwhile; see the history.");
    changed.run();
  }

  private void goBack(String version, Runnable changed, UserId by) {
    try {
      registry.choose(version, "rolled back in the learning view", by);
      Notices.done("Now in use: " + ModelNames.of(version));
    } catch (IllegalArgumentException e) {
      Notices.failed("This model cannot be used any more: it is damaged or too old.");
    }
    changed.run();
  }
}
