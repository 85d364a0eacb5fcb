package dev.tandem.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short messages at the edge of the window; screen readers hear them. */
public final class Notices {
  private static final int SHORT = 4_000;
  private static final int LONG = 9_000;

  private Notices() {}

  public static void done(String text) {
    show(text, SHORT).addThemeVariants(NotificationVariant.LUMO_SUCCESS);
  }

  /** Says what was done and offers to take it back. */
  public static void done(String text, Runnable undo) {
    var notice = show(text, LONG);
    var button =
        new Button(
            "Undo",
            click -> {
              notice.close();
              undo.run();
            });
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    var content = new Div(new Span(text), button);
    content.addClassName("notice-with-undo");
    notice.removeAll();
    notice.add(content);
  }

  /** Says what went wrong and what to do; stays until closed. */
  public static void failed(String text) {
    var notice = new Notification();
    notice.setPosition(Notification.Position.BOTTOM_CENTER);
    notice.setDuration(0);
    notice.setAssertive(true);
    notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
    var close = new Button("Close", click -> notice.close());
    close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    var content = new Div(new Span(text), close);
    content.addClassName("notice-with-undo");
    notice.add(content);
    notice.open();
  }

  private static Notification show(String text, int millis) {
    var notice = new Notification(text, millis, Notification.Position.BOTTOM_CENTER);
    notice.open();
    return notice;
  }
}
