package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.ui.DealWords;
import dev.tandem.identity.CurrentUser;
import dev.tandem.requests.ContentRequest.Wish;
import dev.tandem.requests.ContentRequests;
import dev.tandem.search.FilterPart;
import dev.tandem.search.QueryReading;
import dev.tandem.shared.ui.Notices;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns a search that did not find the thing into a request to marketing. */
@Component
class AskMarketing {
  private static final Logger LOG = LoggerFactory.getLogger(AskMarketing.class);
  private static final int LONGEST = 2_000;

  private final ContentRequests requests;
  private final Opportunities opportunities;
  private final CurrentUser currentUser;

  AskMarketing(ContentRequests requests, Opportunities opportunities, CurrentUser currentUser) {
    this.requests = requests;
    this.opportunities = opportunities;
    this.currentUser = currentUser;
  }

  Button button(SearchState state, QueryReading reading) {
    var button =
        new Button(
            "Ask marketing for it",
            VaadinIcon.COMMENT_ELLIPSIS_O.create(),
            click -> open(state, reading));
    button.addClassName("ask-marketing");
    return button;
  }

  private void open(SearchState state, QueryReading reading) {
    var dialog = new Dialog("Ask marketing for it");
    dialog.addClassName("ask-dialog");
    dialog.setWidth("min(34rem, 96vw)");
    var need = new TextArea("What do you need?");
    need.setWidthFull();
    need.setMinRows(3);
    need.setMaxLength(LONGEST);
    need.setValueChangeMode(ValueChangeMode.ON_BLUR);
    need.setValue(need(state, reading));
    var deal = new ComboBox<Opportunity>("For which deal? (may stay empty)");
    deal.setWidthFull();
    deal.setItems(opportunities.openOf(currentUser.require().id()));
    deal.setItemLabelGenerator(AskMarketing::name);
    deal.setClearButtonVisible(true);
    var send = new Button("Send to marketing");
    send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    send.addClickListener(
        click -> {
          if (send(state, reading, need, deal.getValue())) dialog.close();
        });
    dialog.add(
        new Paragraph("Your search goes along, so nobody has to ask back what you tried."),
        need,
        deal);
    dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), send);
    dialog.open();
    need.focus();
  }

  private boolean send(
      SearchState state,
      QueryReading reading,
      TextArea need,
      @org.jspecify.annotations.Nullable Opportunity deal) {
    if (need.getValue().isBlank()) {
      need.setErrorMessage("A few words on what is missing.");
      need.setInvalid(true);
      return false;
    }
    try {
      requests.ask(
          currentUser.require().id(),
          new Wish(
              need.getValue(),
              state.query(),
              conditions(state, reading),
              state.address(),
              deal == null ? null : deal.id()));
      Notices.done("Marketing has it on its list.");
      return true;
    } catch (RuntimeException e) {
      LOG.error("A content request could not be kept", e);
      Notices.failed("This could not be kept just now. Please try again; your words stay here.");
      return false;
    }
  }

  private static String need(SearchState state, QueryReading reading) {
    var conditions = conditions(state, reading);
    var words = reading.text();
    var both =
        words.isEmpty() || conditions.isEmpty() ? words + conditions : words + "; " + conditions;
    return both.length() > LONGEST ? both.substring(0, LONGEST) : both;
  }

  private static String conditions(SearchState state, QueryReading reading) {
    return FilterPart.of(state.filters().and(reading.filters())).stream()
        .map(FilterPart::said)
        .collect(Collectors.joining(", "));
  }

  private static String name(Opportunity deal) {
    var rest = DealWords.subheading(deal);
    return DealWords.heading(deal) + (rest.isEmpty() ? "" : " · " + rest);
  }
}
