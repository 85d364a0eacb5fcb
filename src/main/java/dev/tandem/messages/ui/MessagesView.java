package dev.tandem.messages.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.UserId;
import dev.tandem.messages.CalledNames;
import dev.tandem.messages.MailDigest;
import dev.tandem.messages.MailWishes;
import dev.tandem.messages.Message;
import dev.tandem.messages.Messages;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import jakarta.annotation.security.PermitAll;

/** What the signed-in person was told. */
@Route("messages")
@PageTitle("Messages · Tandem")
@Menu(title = "Messages", order = 60, icon = "vaadin:bell-o")
@PermitAll
class MessagesView extends Div {
  private static final int MOST = 200;

  private final transient Messages messages;
  private final transient CalledNames names;
  private final transient MailWishes wishes;
  private final transient MailDigest digest;
  private final UserId person;
  private final Div rows = new Div();
  private final Button readAll;

  MessagesView(
      Messages messages,
      CalledNames names,
      MailWishes wishes,
      MailDigest digest,
      CurrentUser currentUser) {
    this.messages = messages;
    this.names = names;
    this.wishes = wishes;
    this.digest = digest;
    this.person = currentUser.require().id();
    readAll = new Button("Mark all as read", VaadinIcon.CHECK.create(), click -> readAll());
    addClassNames("view", "messages-view");
    rows.addClassName("table-rows");
    add(
        new PageHeader(
            "Messages", "What became of your requests, and what waits for you.", readAll),
        rows,
        mail());
    show();
  }

  private void readAll() {
    messages.markAllRead(person);
    show();
  }

  private void show() {
    rows.removeAll();
    var all = messages.of(person, MOST);
    readAll.setVisible(!all.isEmpty());
    if (all.isEmpty())
      rows.add(
          new EmptyState(
              VaadinIcon.BELL_O,
              "Nothing yet",
              "When something you asked for moves, or something waits for you, it stands here."));
    all.forEach(each -> rows.add(row(each)));
  }

  private Component row(Message message) {
    var words = new Paragraph();
    words.addClassName("request-need");
    if (message.path().isEmpty()) words.setText(names.in(message.words()));
    else {
      var link = new Anchor(message.path(), names.in(message.words()));
      link.setRouterIgnore(false);
      link.addClassName("grid-link");
      link.getElement().addEventListener("click", e -> messages.markRead(person, message.id()));
      words.add(link);
    }
    var when = new Span(Formats.moment(message.at()));
    when.addClassName("caption");
    var main = new Div(words, when);
    main.addClassName("row-main");
    var row = new Div(main);
    row.addClassNames("table-row", "request-row");
    if (!message.read()) {
      var read =
          new Button(
              "Mark as read",
              click -> {
                messages.markRead(person, message.id());
                show();
              });
      read.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
      var side = new Div(new Badge("New", Badge.Tone.ACCENT), read);
      side.addClassName("message-side");
      row.add(side);
    }
    return row;
  }

  private Component mail() {
    var wish = wishes.of(person);
    var wanted = new Checkbox("Send me what is new, and what stands open, by mail", wish.wanted());
    var address = new TextField("Address");
    address.setValue(wish.address().isEmpty() ? wish.target().orElse("") : wish.address());
    address.setMaxLength(254);
    address.setWidth("min(24rem, 100%)");
    var save =
        new Button(
            "Save",
            click -> {
              try {
                wishes.set(person, address.getValue(), wanted.getValue());
                address.setInvalid(false);
                Notices.done("Saved.");
              } catch (IllegalArgumentException wrong) {
                address.setErrorMessage("Please name an address such as name@company.example.");
                address.setInvalid(true);
              }
            });
    var form = new Div(wanted, address, save);
    form.addClassName("mail-form");
    var panel = new Panel("By mail", form);
    if (!digest.isOn())
      panel.add(
          caption(
              "Mail is off in this installation. An administrator turns it on by tandem.mail.enabled"
                  + " and spring.mail.host; your wish is kept until then."));
    return panel;
  }

  private static Component caption(String text) {
    var words = new Paragraph(text);
    words.addClassName("caption");
    return words;
  }
}
