package dev.tandem.messages.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNavItem;
import dev.tandem.identity.Role;
import dev.tandem.identity.UserId;
import dev.tandem.messages.Messages;
import dev.tandem.shell.ShellNotice;
import dev.tandem.testing.SignedInAs;
import dev.tandem.testing.TandemTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** That something waits is said in the navigation of every view. */
@TandemTest
@SignedInAs(Role.REP)
class UnreadCountTest extends SpringBrowserlessTest {
  private static final UserId REP = new UserId("rep");

  @TestConfiguration
  static class Frame {
    @Bean
    ShellNotice leadingNowhere() {
      return () -> ShellNotice.Line.of("Sample company: synthetic data");
    }
  }

  @Autowired private Messages messages;

  private List<String> countsAtMessages() {
    navigate("messages", MessagesView.class);
    return $(SideNavItem.class).all().stream()
        .filter(item -> item.getLabel().equals("Messages"))
        .flatMap(item -> Stream.ofNullable(item.getSuffixComponent()))
        .map(count -> count.getElement().getAttribute("title"))
        .toList();
  }

  @Test
  void whatWaitsIsCountedAtItsEntryAnewWithEveryView() {
    messages.markAllRead(REP);
    messages.tell(List.of(REP), "unread-link", "Hello", "");
    assertThat(countsAtMessages()).containsExactly("1 new message");
    messages.markAllRead(REP);
    assertThat(countsAtMessages()).isEmpty();
  }

  @Test
  void aLineThatLeadsNowhereStandsInTheFrame() {
    navigate("messages", MessagesView.class);
    assertThat($(Span.class).withText("Sample company: synthetic data").exists()).isTrue();
  }
}
