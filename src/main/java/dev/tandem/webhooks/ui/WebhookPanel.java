package dev.tandem.webhooks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Callout;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.Panel;
import dev.tandem.shared.ui.SecretDialog;
import dev.tandem.webhooks.Webhooks;
import dev.tandem.webhooks.Webhooks.Delivery;
import dev.tandem.webhooks.Webhooks.State;
import dev.tandem.webhooks.Webhooks.Subscription;
import java.net.URI;
import java.util.List;

/** One receiver: what it is told, how its last deliveries went, and what can be done about them. */
final class WebhookPanel extends Div {
  private static final int SHOWN = 20;

  private final transient Subscription one;
  private final transient Webhooks webhooks;
  private final transient Runnable changed;
  private final Div content = new Div();
  private transient List<Delivery> shown = List.of();

  /**
   * @param changed run when the webhook itself changed
   */
  WebhookPanel(Subscription one, Webhooks webhooks, Runnable changed) {
    this.one = one;
    this.webhooks = webhooks;
    this.changed = changed;
    content.addClassName("sync-content");
    var test = action("Send a test", VaadinIcon.PAPERPLANE_O, this::test);
    test.setEnabled(!one.paused());
    add(
        new Panel(URI.create(one.address()).getHost(), content)
            .withCaption(one.address())
            .withActions(
                test,
                action(
                    one.paused() ? "Go on" : "Pause",
                    one.paused() ? VaadinIcon.PLAY : VaadinIcon.PAUSE,
                    this::pause),
                action(
                    "Edit",
                    VaadinIcon.PENCIL,
                    () -> new WebhookDialog(webhooks, one, changed).open()),
                action("New secret", VaadinIcon.KEY_O, this::askNewSecret),
                delete()));
    shown = newest();
    show();
  }

  private List<Delivery> newest() {
    return webhooks.deliveries(one.id()).orElse(List.of());
  }

  /** To be called now and then; what did not change stays as it is, so that no focus is lost. */
  void refresh() {
    var now = newest();
    if (now.equals(shown)) return;
    shown = now;
    show();
  }

  private void show() {
    content.removeAll();
    var marks = new Div(state());
    one.types().forEach(type -> marks.add(new Badge(type.id(), Badge.Tone.NEUTRAL)));
    marks.addClassName("badges");
    content.add(marks);
    if (isFailing())
      content.add(
          new Callout(
              "The last delivery failed: " + shown.getFirst().trouble(),
              "See whether the receiver is up and its answer below. What failed is tried again by"
                  + " itself, with longer and longer pauses; what was given up you can replay."));
    if (shown.isEmpty()) {
      content.add(new Paragraph("Nothing was sent yet. Send a test to see whether it arrives."));
      return;
    }
    var rows = new Div();
    rows.addClassName("table-rows");
    shown.stream().limit(SHOWN).forEach(delivery -> rows.add(row(delivery)));
    var title = new Div(caption(heading()));
    title.addClassName("badges");
    if (shown.stream().anyMatch(delivery -> delivery.state() == State.GIVEN_UP)) {
      var all = new Button("Replay what was given up", click -> replayGivenUp());
      all.addThemeVariants(ButtonVariant.LUMO_SMALL);
      title.add(all);
    }
    content.add(title, rows);
  }

  private String heading() {
    var of = shown.size() > SHOWN ? "The newest " + SHOWN + " of the last " : "";
    return of
        + Formats.count(shown.size(), "delivery", "deliveries")
        + ": "
        + count(State.DELIVERED)
        + " delivered, "
        + count(State.WAITING)
        + " waiting, "
        + count(State.GIVEN_UP)
        + " given up";
  }

  private String count(State state) {
    return Formats.count(shown.stream().filter(each -> each.state() == state).count());
  }

  private boolean isFailing() {
    return !one.paused() && !shown.isEmpty() && shown.getFirst().trouble() != null;
  }

  private Badge state() {
    if (one.paused())
      return new Badge(
          "paused", Badge.Tone.WARNING, "What it wants is kept and sent once it goes on");
    if (shown.isEmpty()) return new Badge("not used yet", Badge.Tone.NEUTRAL);
    if (isFailing()) return new Badge("failing", Badge.Tone.BAD);
    return shown.getFirst().state() == State.DELIVERED
        ? new Badge("works", Badge.Tone.GOOD)
        : new Badge("sending", Badge.Tone.ACCENT);
  }

  private Component row(Delivery delivery) {
    var what = new Span(EventWords.of(delivery.type()));
    what.addClassName("row-name");
    var main = new Div(what, caption(delivery.event()));
    if (delivery.trouble() != null) main.add(caption(delivery.trouble()));
    var answer = delivery.answer();
    if (answer != null && !answer.isEmpty()) main.add(caption("Its answer: " + answer));
    main.addClassNames("row-main", "sync-problem");
    var marks = new Div(state(delivery));
    marks.addClassName("badges");
    if (delivery.status() != null)
      marks.add(new Badge("HTTP " + delivery.status(), Badge.Tone.NEUTRAL));
    var dates = new Div(caption(Formats.moment(delivery.at())), caption(attempts(delivery)));
    dates.addClassName("row-dates");
    var replay = new Button("Replay", click -> replay(delivery));
    replay.addThemeVariants(ButtonVariant.LUMO_SMALL);
    replay.setAriaLabel("Replay " + delivery.event());
    replay.setEnabled(delivery.state() != State.WAITING);
    var row = new Div(main, marks, dates, replay);
    row.addClassName("table-row");
    return row;
  }

  private static Badge state(Delivery delivery) {
    return switch (delivery.state()) {
      case DELIVERED -> new Badge("delivered", Badge.Tone.GOOD);
      case GIVEN_UP -> new Badge("given up", Badge.Tone.BAD);
      case WAITING ->
          delivery.attempts() == 0
              ? new Badge("waiting", Badge.Tone.ACCENT)
              : new Badge("tried again later", Badge.Tone.WARNING);
    };
  }

  private static String attempts(Delivery delivery) {
    var made = Formats.count(delivery.attempts(), "attempt", "attempts");
    return delivery.state() == State.WAITING && delivery.attempts() > 0
        ? made + ", next " + Formats.moment(delivery.nextAt())
        : made;
  }

  private void test() {
    if (webhooks.test(one.id())) Notices.done("A test is on its way; it stands below.");
    refresh();
  }

  private void replay(Delivery delivery) {
    if (webhooks.again(one.id(), delivery.number())) Notices.done("It is sent once more.");
    refresh();
  }

  private void replayGivenUp() {
    shown.stream()
        .filter(delivery -> delivery.state() == State.GIVEN_UP)
        .forEach(delivery -> webhooks.again(one.id(), delivery.number()));
    refresh();
  }

  private void pause() {
    if (!(webhooks.change(one.id(), one.address(), one.types(), !one.paused())
        instanceof Webhooks.Change.Changed))
      Notices.failed("This address is no longer called; edit it first.");
    changed.run();
  }

  private void askNewSecret() {
    var dialog =
        new ConfirmDialog(
            "Make a new secret?",
            "What is sent from now on is signed with it; the receiver has to know it, or it will"
                + " refuse.",
            "New secret",
            confirmed ->
                webhooks
                    .newSecret(one.id())
                    .ifPresent(
                        secret ->
                            new SecretDialog(
                                    "The new secret",
                                    "Secret",
                                    secret,
                                    "Give it to the receiver now: it is shown this once.")
                                .open()));
    dialog.setCancelable(true);
    dialog.open();
  }

  private Button delete() {
    var delete = action("Delete", VaadinIcon.TRASH, this::askDelete);
    delete.addThemeVariants(ButtonVariant.LUMO_ERROR);
    return delete;
  }

  private void askDelete() {
    var dialog =
        new ConfirmDialog(
            "Delete this webhook?",
            one.address() + " is told nothing any more, and what waits for it is dropped.",
            "Delete",
            confirmed -> {
              if (webhooks.delete(one.id())) Notices.done("Deleted.");
              changed.run();
            });
    dialog.setConfirmButtonTheme("error primary");
    dialog.setCancelable(true);
    dialog.open();
  }

  private Button action(String text, VaadinIcon icon, Runnable run) {
    var button = new Button(text, icon.create(), click -> run.run());
    button.setAriaLabel(text + ": " + one.address());
    return button;
  }

  private static Span caption(String text) {
    var caption = new Span(text);
    caption.addClassName("caption");
    return caption;
  }
}
