package dev.tandem.messages;

import dev.tandem.identity.CurrentUser;
import dev.tandem.shell.ShellNotice;
import org.springframework.stereotype.Component;

/** Says in the frame of every view that something waits to be read. */
@Component
class UnreadNotice implements ShellNotice {
  private final Messages messages;
  private final CurrentUser currentUser;

  UnreadNotice(Messages messages, CurrentUser currentUser) {
    this.messages = messages;
    this.currentUser = currentUser;
  }

  @Override
  public Line now() {
    long unread = currentUser.get().map(user -> messages.unread(user.id())).orElse(0L);
    return new Line(words(unread), unread, "messages");
  }

  private static String words(long unread) {
    if (unread == 0) return "";
    return unread == 1 ? "1 new message" : unread + " new messages";
  }
}
