package dev.tandem.learning.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import dev.tandem.learning.training.TrainingSchedule;
import dev.tandem.learning.training.TrainingSchedule.Status;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.Panel;
import java.util.Locale;

/** When the next model is trained, how far the running training is, and one more on demand. */
final class TrainingPanel extends Div {
  private static final int LOOK_EVERY = 2_000;

  private final transient TrainingSchedule schedule;
  private final transient Runnable changed;
  private final DescriptionList facts = new DescriptionList();
  private final Button train = new Button("Train now", click -> train());

  /**
   * @param changed is called when a training has ended while somebody was looking
   */
  TrainingPanel(TrainingSchedule schedule, Runnable changed) {
    this.schedule = schedule;
    this.changed = changed;
    facts.addClassName("facts");
    train.addThemeVariants(ButtonVariant.LUMO_SMALL);
    add(
        new Panel("Training", facts)
            .withCaption("In the background, behind the requests of reps")
            .withActions(train));
    show(schedule.status());
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    if (schedule.status().running()) follow(attached.getUI());
  }

  private void train() {
    if (!schedule.start(false, report -> {}, failure -> {}))
      Notices.failed("Training is going on already.");
    var status = schedule.status();
    show(status);
    if (status.running()) follow(UI.getCurrentOrThrow());
  }

  /** Asks again and again while somebody looks and something runs. */
  private void follow(UI ui) {
    ui.setPollInterval(LOOK_EVERY);
    ui.addPollListener(
        poll -> {
          poll.unregisterListener();
          var status = schedule.status();
          show(status);
          if (status.running() && isAttached()) {
            follow(ui);
            return;
          }
          ui.setPollInterval(-1);
          if (isAttached()) changed.run();
        });
  }

  private void show(Status status) {
    facts.removeAll();
    var since = status.since();
    train.setEnabled(since == null);
    if (since != null)
      fact(
          "Running since",
          Formats.moment(since) + ", " + Formats.count(status.read(), "event", "events") + " read");
    fact("Events since the last one", Formats.count(status.fresh()));
    var nightly = status.nightly();
    fact(
        "Next",
        nightly == null
            ? "only on demand"
            : "after %s new events, or %s if any are new"
                .formatted(Formats.count(status.afterEvents()), Formats.moment(nightly)));
    var last = status.last();
    if (last != null)
      fact(
          "Last",
          String.format(
              Locale.ENGLISH,
              "%s (%.1f s)",
              ModelNames.in(last.reason()),
              last.took().toMillis() / 1000.0));
  }

  private void fact(String name, String value) {
    LearningView.fact(facts, name, value);
  }

  static Component of(TrainingSchedule schedule, Runnable changed) {
    return new TrainingPanel(schedule, changed);
  }
}
