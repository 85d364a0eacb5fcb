package dev.tandem.requests.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.identity.Account;
import dev.tandem.identity.Role;
import dev.tandem.identity.Roles;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.requests.RequestOwners;
import dev.tandem.requests.ServiceLevels;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import dev.tandem.shared.ui.SettingsTabs;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** Who answers for which content, and how soon. */
@Route("settings/requests")
@PageTitle("Requests · Tandem")
@Menu(title = "Requests", order = 94.5)
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class RequestSettingsView extends Div {
  private final transient RequestOwners owners;
  private final transient ServiceLevels levels;
  private final transient Users users;
  private final transient Taxonomy taxonomy;
  private final Div rules = new Div();
  private final Div levelRows = new Div();

  RequestSettingsView(RequestOwners owners, ServiceLevels levels, Users users, Taxonomy taxonomy) {
    this.owners = owners;
    this.levels = levels;
    this.users = users;
    this.taxonomy = taxonomy;
    addClassNames("view", "settings");
    rules.addClassName("table-rows");
    levelRows.addClassName("table-rows");
    add(
        new PageHeader(
            "Requests",
            "A request goes to the owner of its type and product; what no rule names goes to the"
                + " one for everything else."),
        new SettingsTabs(),
        new Panel("Owners", newRule(), rules),
        new Panel("Service levels", newLevel(), levelRows)
            .withCaption("In working days, Monday to Friday; for what is asked from now on."));
    show();
  }

  private void show() {
    rules.removeAll();
    for (var rule : owners.rules()) {
      var kind = rule.type();
      var remove =
          remove(
              "Remove the rule for " + about(kind, rule.product()),
              () -> {
                owners.remove(kind, rule.product());
                Notices.done(
                    "Removed.",
                    () -> {
                      owners.set(rule);
                      show();
                    });
                show();
              });
      rules.add(row(about(kind, rule.product()), name(rule.owner()), remove));
    }
    if (owners.rules().isEmpty())
      rules.add(
          RequestCards.caption(
              "No owner yet: requests stand on the board, and nobody is told of them."));
    levelRows.removeAll();
    for (var level : levels.all()) {
      var kind = level.type();
      var words =
          "answer in %s, content in %s"
              .formatted(
                  Formats.count(level.answerDays(), "day", "days"),
                  Formats.count(level.deliveryDays(), "day", "days"));
      levelRows.add(
          row(
              kind == null ? "Everything else" : kind.label(),
              words,
              kind == null
                  ? new Span()
                  : remove(
                      "Remove the level of " + kind.label(),
                      () -> {
                        levels.remove(kind);
                        show();
                      })));
    }
  }

  private static Component row(String name, String value, Component action) {
    var title = new Span(name);
    title.addClassName("row-name");
    var main = new Div(title);
    main.addClassName("row-main");
    var row = new Div(main, new Span(value), action);
    row.addClassNames("table-row", "vocabulary-row");
    return row;
  }

  private static Button remove(String label, Runnable act) {
    var button = new Button("Remove", click -> act.run());
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    button.setAriaLabel(label);
    return button;
  }

  private static String about(@Nullable ContentType kind, String product) {
    if (kind == null && product.isEmpty()) return "Everything else";
    if (kind == null) return product + ", any type";
    return kind.label() + (product.isEmpty() ? ", any product" : ", " + product);
  }

  private Component newRule() {
    var kind = type("Any type");
    var product = new ComboBox<String>("Product");
    product.setPlaceholder("Any product");
    product.setClearButtonVisible(true);
    product.setItems(
        taxonomy.terms(Dimension.PRODUCT).stream().map(known -> known.term().label()).toList());
    var owner = new ComboBox<Account>("Owner");
    owner.setItemLabelGenerator(each -> each.user().displayName());
    owner.setItems(
        users.all().stream()
            .filter(each -> each.user().role() != Role.REP && !each.disabled())
            .toList());
    var add =
        new Button(
            "Set owner",
            click -> {
              var who = owner.getValue();
              if (who == null) {
                owner.setErrorMessage("Who is it?");
                owner.setInvalid(true);
                return;
              }
              var about = product.getValue() == null ? "" : product.getValue();
              owners.set(new RequestOwners.Rule(kind.getValue(), about, who.user().id()));
              Notices.done("Requests of this kind now go to " + who.user().displayName() + ".");
              show();
            });
    var form = new Div(kind, product, owner, add);
    form.addClassNames("inline-form", "request-rule");
    return form;
  }

  private Component newLevel() {
    var kind = type("Everything else");
    var usual = levels.of(null);
    var answer = days("Answer in days", usual.answerDays(), 60);
    var delivery = days("Content in days", usual.deliveryDays(), 365);
    var set =
        new Button(
            "Set level",
            click -> {
              if (answer.isInvalid() || delivery.isInvalid()) return;
              if (answer.getValue() == null || delivery.getValue() == null) {
                Notices.failed("Both numbers of days are needed.");
                return;
              }
              levels.set(
                  new ServiceLevels.Level(kind.getValue(), answer.getValue(), delivery.getValue()));
              Notices.done("Holds for what is asked from now on.");
              show();
            });
    var form = new Div(kind, answer, delivery, set);
    form.addClassNames("inline-form", "request-rule");
    return form;
  }

  private static IntegerField days(String label, int value, int most) {
    var field = new IntegerField(label);
    field.setMin(1);
    field.setMax(most);
    field.setValue(value);
    field.setStepButtonsVisible(true);
    var wrong = "A whole number from 1 to " + most + ".";
    field.setI18n(
        new IntegerField.IntegerFieldI18n()
            .setBadInputErrorMessage(wrong)
            .setMinErrorMessage(wrong)
            .setMaxErrorMessage(wrong));
    return field;
  }

  private static ComboBox<ContentType> type(String none) {
    var field = new ComboBox<ContentType>("Type");
    field.setPlaceholder(none);
    field.setClearButtonVisible(true);
    field.setItems(ContentType.values());
    field.setItemLabelGenerator(ContentType::label);
    return field;
  }

  private String name(UserId person) {
    return users.nameOf(person);
  }
}
