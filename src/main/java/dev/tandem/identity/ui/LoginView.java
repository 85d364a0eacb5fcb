package dev.tandem.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.identity.Users;
import dev.tandem.identity.Users.SampleSignIn;
import java.util.List;

/** The door. With the sample company it says which users there are. */
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in · Tandem")
@AnonymousAllowed
@StyleSheet("sign-in.css")
class LoginView extends Main implements BeforeEnterObserver {
  private final LoginForm form = new LoginForm();
  private final CurrentUser currentUser;

  LoginView(Users users, CurrentUser currentUser) {
    this.currentUser = currentUser;
    addClassName("sign-in");
    form.setAction("login");
    form.setForgotPasswordButtonVisible(false);
    form.setI18n(words("Sign-in failed", "Check the user name and the password, and try again."));
    var panel = new Section(form);
    AskedPage.said().ifPresent(words -> panel.addComponentAsFirst(reason(words)));
    panel.addClassName("sign-in-panel");
    var samples = users.sampleSignIns();
    if (!samples.isEmpty()) panel.add(sampleUsers(samples));
    add(brand(), panel);
  }

  private static Paragraph reason(String words) {
    var reason = new Paragraph(words);
    reason.addClassName("sign-in-reason");
    reason.getElement().setAttribute("role", "status");
    return reason;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (currentUser.get().isPresent()) {
      event.forwardTo("");
      return;
    }
    var parameters = event.getLocation().getQueryParameters();
    var wait = parameters.getSingleParameter("wait").filter(text -> text.matches("\\d{1,6}"));
    wait.map(LoginView::spoken)
        .ifPresent(time -> form.setI18n(words("Too many attempts", "Try again in " + time + ".")));
    form.setError(wait.isPresent() || parameters.getSingleParameter("error").isPresent());
  }

  private static String spoken(String seconds) {
    long count = Long.parseLong(seconds);
    if (count < 90) return count == 1 ? "a second" : count + " seconds";
    return Math.ceilDiv(count, 60) + " minutes";
  }

  private static Component brand() {
    var logo = new Image("tandem.svg", "");
    logo.addClassName("sign-in-logo");
    var words =
        new Div(new H1("Tandem"), new Paragraph("The right content for every deal, and why."));
    var brand = new Div(logo, words);
    brand.addClassName("sign-in-brand");
    return brand;
  }

  private static LoginI18n words(String problem, String advice) {
    var words = LoginI18n.createDefault();
    words.getForm().setTitle("Sign in");
    words.getForm().setUsername("User name");
    words.getForm().setPassword("Password");
    words.getForm().setSubmit("Sign in");
    words.getErrorMessage().setTitle(problem);
    words.getErrorMessage().setMessage(advice);
    words.getErrorMessage().setUsername("Enter your user name");
    words.getErrorMessage().setPassword("Enter your password");
    return words;
  }

  private Component sampleUsers(List<SampleSignIn> samples) {
    var cards = new Div();
    cards.addClassName("sign-in-samples");
    samples.forEach(sample -> cards.add(card(sample)));
    var section = new Section(new H2("Or look around the sample company as"), cards);
    section.addClassName("sign-in-sample");
    return section;
  }

  private Component card(SampleSignIn sample) {
    var user = sample.user();
    var name = new Span(roleName(user.role()));
    name.addClassName("sign-in-role");
    var what = new Span(whatFor(user.role()));
    what.addClassName("sign-in-what");
    var access = new Span(user.id() + "\n" + sample.password());
    access.addClassName("sign-in-access");
    var card = new NativeButton();
    card.add(name, what, access);
    card.addClassName("sign-in-card");
    card.setId("sign-in-as-" + user.id());
    card.setAriaLabel("%s: sign in as %s".formatted(name.getText(), user.displayName()));
    card.addClickListener(click -> signInAs(sample));
    return card;
  }

  /** Submits the same form as a person who types; both values are public on this page. */
  private void signInAs(SampleSignIn sample) {
    form.getElement()
        .executeJs(
            """
            this.querySelector('[name=username]').value = $0;
            this.querySelector('[name=password]').value = $1;
            this.submit();\
            """,
            sample.user().id().value(),
            sample.password());
  }

  private static String roleName(Role role) {
    return switch (role) {
      case REP -> "Sales rep";
      case MARKETER -> "Marketer";
      case ADMINISTRATOR -> "Administrator";
    };
  }

  private static String whatFor(Role role) {
    return switch (role) {
      case REP -> "Deals, and what to send next";
      case MARKETER -> "The library, and what gets used";
      case ADMINISTRATOR -> "Everything, and its settings";
    };
  }
}
