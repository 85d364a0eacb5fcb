package dev.tandem.insight.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.tandem.identity.CurrentUser;
import dev.tandem.requests.ContentRequest.Wish;
import dev.tandem.requests.ContentRequests;
import dev.tandem.shared.ui.Notices;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a report shows into a request for content. */
@SpringComponent
class AskForContent {
  private static final Logger LOG = LoggerFactory.getLogger(AskForContent.class);
  private static final int LONGEST = 2_000;

  private final ContentRequests requests;
  private final CurrentUser currentUser;

  AskForContent(ContentRequests requests, CurrentUser currentUser) {
    this.requests = requests;
    this.currentUser = currentUser;
  }

  /**
   * @param evidence goes along with the request
   * @param query to look again, may be empty
   */
  Button button(String words, String need, List<String> evidence, String query) {
    var button = new Button(words, click -> open(words, need, evidence, query));
    button.addClassName("ask-for-content");
    return button;
  }

  private void open(String title, String need, List<String> evidence, String query) {
    var dialog = new Dialog(title);
    dialog.setWidth("min(34rem, 96vw)");
    var words = new TextArea("What is needed?");
    words.setWidthFull();
    words.setMinRows(4);
    words.setMaxLength(LONGEST);
    words.setValueChangeMode(ValueChangeMode.ON_BLUR);
    words.setValue(need);
    var search = new Anchor("search?q=" + encoded(query), "Look first what there is");
    search.setRouterIgnore(false);
    search.setVisible(!query.isEmpty());
    var send = new Button("Make the request");
    send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    send.addClickListener(
        click -> {
          if (send(words, evidence, query)) dialog.close();
        });
    dialog.add(
        new Paragraph("The evidence goes along: " + String.join("; ", evidence) + "."),
        words,
        search);
    dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), send);
    dialog.open();
    words.focus();
  }

  private boolean send(TextArea words, List<String> evidence, String query) {
    if (words.getValue().isBlank()) {
      words.setErrorMessage("A few words on what is missing.");
      words.setInvalid(true);
      return false;
    }
    try {
      requests.ask(
          currentUser.require().id(),
          new Wish(
              words.getValue(),
              query,
              String.join("; ", evidence),
              query.isEmpty() ? "" : "q=" + encoded(query),
              null));
      Notices.done("It stands in the list of requests.");
      return true;
    } catch (RuntimeException e) {
      LOG.error("A request could not be kept", e);
      Notices.failed("This could not be kept just now. Please try again; your words stay here.");
      return false;
    }
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }
}
