package dev.tandem.insight.privacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.feedback.EventRetention;
import dev.tandem.feedback.RetentionPeriods;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.RecordRetention;
import dev.tandem.identity.Roles;
import dev.tandem.identity.UserId;
import dev.tandem.insight.privacy.GroupFigures;
import dev.tandem.insight.privacy.PeopleReports;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import dev.tandem.shared.ui.SettingsTabs;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether people's figures may be seen, how long events are kept, and who looked at whom. */
@Route("settings/privacy")
@PageTitle("Privacy · Tandem")
@Menu(title = "Privacy", order = 97)
@RolesAllowed(Roles.ADMINISTRATOR)
class PrivacyView extends Div {
  private static final Map<String, String> NAMES = names();

  private final transient PeopleReports reports;
  private final transient EventRetention retention;
  private final transient RecordRetention records;
  private final UserId admin;
  private final Div teams = new Div();
  private final Div state = new Div();

  PrivacyView(
      PeopleReports reports,
      EventRetention retention,
      RecordRetention records,
      CurrentUser currentUser) {
    this.reports = reports;
    this.records = records;
    this.retention = retention;
    this.admin = currentUser.require().id();
    addClassNames("view", "settings");
    add(
        new PageHeader(
            "Privacy",
            "People work here; their traces serve the content, and are kept no longer than needed."),
        new SettingsTabs(),
        people(),
        periods(),
        records(),
        looks());
    showTeams();
    showState();
  }

  private static Map<String, String> names() {
    var names = new LinkedHashMap<String, String>();
    names.put("slate_served", "Recommendations and searches");
    names.put("impression", "What was seen");
    names.put("open", "Opened");
    names.put("download", "Downloaded");
    names.put("copy_link", "Links copied");
    names.put("share", "Sent to buyers");
    names.put("buyer_view", "Looked at by buyers");
    names.put("rating", "Ratings");
    names.put("dismissal", "Dismissals");
    return names;
  }

  private Component people() {
    var on =
        new Checkbox(
            "Reports on people: teams, and single people to administrators", reports.areOn());
    on.addValueChangeListener(
        change -> {
          reports.turn(change.getValue(), admin);
          showTeams();
          Notices.done(
              change.getValue()
                  ? "On. Every look at a person's figures is written down."
                  : "Off. Everyone still sees the own figures.");
        });
    return new Panel(
        "Reports on people",
        on,
        caption(
            "Off unless turned on. Groups under "
                + GroupFigures.SMALLEST
                + " are never broken down, nobody is ranked, and whoever was looked at sees by"
                + " whom."),
        teams);
  }

  private void showTeams() {
    teams.removeAll();
    if (!reports.areOn()) return;
    var window = reports.last(90);
    var list = new UnorderedList();
    list.addClassName("request-list");
    for (var group : reports.teams(window))
      list.add(
          new ListItem(
              "%s: %s of %s with a use, %s, %s sent, %s, %s"
                  .formatted(
                      group.name(),
                      Formats.count(group.active()),
                      Formats.count(group.people(), "person", "people"),
                      Formats.count(group.uses(), "use", "uses"),
                      Formats.count(group.shares()),
                      Formats.count(group.judged(), "judgment", "judgments"),
                      Formats.count(group.deals(), "deal", "deals"))));
    teams.add(caption("The last 90 days, teams by name:"), list);
    if (list.getChildren().findAny().isEmpty())
      teams.add(caption("No team has " + GroupFigures.SMALLEST + " people yet."));
  }

  private Component periods() {
    var fields = new LinkedHashMap<String, IntegerField>();
    var now = retention.periods();
    var grid = new Div();
    grid.addClassName("retention-fields");
    NAMES.forEach(
        (type, name) -> {
          var field = new IntegerField(name);
          field.setPlaceholder("for good");
          field.setSuffixComponent(new Span("days"));
          field.setMin(RetentionPeriods.SHORTEST);
          field.setMax(RetentionPeriods.LONGEST);
          now.of(type).ifPresent(field::setValue);
          field.setClearButtonVisible(true);
          fields.put(type, field);
          grid.add(field);
        });
    var save = new Button("Save periods", click -> save(fields));
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    var run = new Button("Delete what is due now", click -> confirmRun());
    var buttons = new Div(save, run);
    buttons.addClassName("inline-form");
    return new Panel(
            "How long events are kept",
            caption(
                "Older events are deleted for good every night; what is left are counts by month"
                    + " and asset, without people or deals. Empty means for good. Reports, evidence"
                    + " and learning then reach back only so far, and links that were sent longer"
                    + " ago stop working."),
            grid,
            buttons,
            state)
        .withCaption("30 to 3,650 days");
  }

  private void save(Map<String, IntegerField> fields) {
    var days = new HashMap<String, Integer>();
    for (var each : fields.entrySet()) {
      if (each.getValue().isInvalid()) return;
      if (each.getValue().getValue() != null) days.put(each.getKey(), each.getValue().getValue());
    }
    try {
      retention.set(new RetentionPeriods(days));
      Notices.done("Saved; the next night deletes what is due.");
    } catch (IllegalArgumentException wrong) {
      var words = String.valueOf(wrong.getMessage());
      for (var each : NAMES.entrySet())
        words = words.replaceAll("\\b" + each.getKey() + "\\b", "“" + each.getValue() + "”");
      Notices.failed(words + ".");
    }
    showState();
  }

  private void confirmRun() {
    long due = retention.due();
    if (due == 0) {
      Notices.done("No event is due.");
      return;
    }
    var dialog =
        new ConfirmDialog(
            "Delete " + Formats.count(due, "event", "events") + " for good?",
            "They cannot be brought back, except from a backup. Counts of them are kept.",
            "Delete",
            confirmed -> {
              long deleted = retention.run();
              Notices.done(Formats.count(deleted, "event", "events") + " deleted.");
              showState();
            });
    dialog.setCancelable(true);
    dialog.setConfirmButtonTheme("error primary");
    dialog.open();
  }

  private void showState() {
    state.removeAll();
    var last = retention.lastRun();
    state.add(
        caption(
            Formats.count(retention.due(), "event is", "events are")
                + " due; "
                + last.map(
                        run ->
                            "the last run, "
                                + Formats.moment(run.at())
                                + ", deleted "
                                + Formats.count(run.deleted()))
                    .orElse("nothing was ever deleted")
                + "; "
                + Formats.count(retention.keptAsCounts())
                + " deleted events are kept as counts."));
  }

  private Component records() {
    return new RecordPeriods(records, admin);
  }

  private Component looks() {
    var list = new UnorderedList();
    list.addClassName("request-list");
    reports
        .looks()
        .forEach(
            look ->
                list.add(
                    new ListItem(
                        look.viewer()
                            + " at "
                            + look.person()
                            + ", "
                            + Formats.moment(look.at()))));
    var panel = new Panel("Who looked at whose figures", list);
    if (list.getChildren().findAny().isEmpty()) panel.add(caption("Nobody yet."));
    return panel.withCaption("Export and deletion of one person's data: ./tandem person --help");
  }

  private static Component caption(String text) {
    var words = new Paragraph(text);
    words.addClassName("caption");
    return words;
  }
}
