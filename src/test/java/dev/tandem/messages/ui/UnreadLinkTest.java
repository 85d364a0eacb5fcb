package dev.tandem.messages.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.html.Anchor;
import dev.tandem.identity.Role;
import dev.tandem.identity.UserId;
import dev.tandem.messages.Messages;
import dev.tandem.testing.SignedInAs;
import dev.tandem.testing.TandemTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** That something waits is said in the frame of every view. */
@TandemTest
@SignedInAs(Role.REP)
class UnreadLinkTest extends SpringBrowserlessTest {
  private static final UserId REP = new UserId("rep");

  @Autowired private Messages messages;

  private List<String> linksToMessages() {
    navigate("messages", MessagesView.class);
    return $(Anchor.class).all().stream()
        .filter(link -> link.getHref().equals("messages") && link.getText().contains("new message"))
        .map(Anchor::getText)
        .toList();
  }

  @Test
  void whatWaitsIsALinkAndIsCountedAnewWithEveryView() {
    messages.markAllRead(REP);
    messages.tell(List.of(REP), "unread-link", "Hello", "");
    assertThat(linksToMessages()).containsExactly("1 new message");
    messages.markAllRead(REP);
    assertThat(linksToMessages()).isEmpty();
  }
}
