package dev.tandem.deals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.deals.StageMap;
import dev.tandem.deals.StageMap.Entry;
import dev.tandem.deals.StageMap.Unmapped;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Roles;
import dev.tandem.identity.UserId;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import dev.tandem.shared.ui.SettingsTabs;
import dev.tandem.taxonomy.JourneyStage;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which of the buyer's stages stands behind each stage of the CRM. */
@Route("settings/stages")
@PageTitle("Stage map · Tandem")
@Menu(title = "Stage map", order = 93)
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class StageMapView extends Div {
  private final transient StageMap map;
  private final transient UserId self;
  private final Div panels = new Div();

  StageMapView(StageMap map, CurrentUser currentUser) {
    this.map = map;
    this.self = currentUser.require().id();
    addClassNames("view", "settings");
    panels.addClassName("stage-panels");
    add(
        new PageHeader(
            "Stage map",
            "The CRM's sales stages say what the seller does; the buyer's journey says what the"
                + " buyer needs. What you decide holds for every deal at once."),
        new SettingsTabs(),
        panels);
    show();
  }

  private void show() {
    panels.removeAll();
    var unmapped = map.unmapped();
    if (!unmapped.isEmpty()) panels.add(guesses(unmapped));
    Map<String, List<Entry>> byCrm = new LinkedHashMap<>();
    var own = new ArrayList<Entry>();
    for (var entry : map.entries()) {
      var crm = entry.crm();
      if (crm == null) own.add(entry);
      else byCrm.computeIfAbsent(crm, none -> new ArrayList<>()).add(entry);
    }
    panels.add(own(own));
    var said = map.glossary();
    if (!said.isEmpty()) panels.add(glossary(said));
    var defaults = new Div();
    defaults.addClassName("columns");
    byCrm.forEach((crm, entries) -> defaults.add(shipped(crm, entries)));
    panels.add(defaults);
  }

  private Component guesses(List<Unmapped> unmapped) {
    var rows = new Div();
    rows.addClassName("table-rows");
    for (var stage : unmapped) {
      var marks = new Div();
      marks.addClassName("badges");
      var guess = stage.guess().stage();
      if (guess == null) marks.add(new Badge("nothing to go by", Badge.Tone.WARNING));
      else marks.add(new Badge("guessed: " + guess.label(), Badge.Tone.INFERRED));
      var row =
          new Div(
              name(stage.salesStage(), Formats.count(stage.deals(), "deal", "deals")),
              marks,
              choice(stage.salesStage(), guess, chosen -> put(stage.salesStage(), chosen)));
      if (guess != null) {
        var confirm =
            new Button(
                "Confirm", VaadinIcon.CHECK.create(), click -> put(stage.salesStage(), guess));
        confirm.addThemeVariants(ButtonVariant.LUMO_SMALL);
        confirm.setAriaLabel("Confirm " + guess.label() + " for " + stage.salesStage());
        row.add(confirm);
      } else {
        row.add(new Span());
      }
      row.addClassName("table-row");
      rows.add(row);
    }
    return new Panel("To decide", rows)
        .withCaption("Names on deals that the map does not know; dashed: guessed");
  }

  private Component own(List<Entry> entries) {
    var rows = new Div();
    rows.addClassName("table-rows");
    if (entries.isEmpty()) {
      var none =
          new Paragraph("Nothing yet. Add a name to change what a default says, or to add one.");
      none.addClassName("caption");
      rows.add(none);
    }
    for (var entry : entries) {
      var remove =
          new Button(
              "Remove",
              click -> {
                map.remove(entry.salesStage());
                show();
                Notices.done(
                    "“" + entry.salesStage() + "” removed.",
                    () -> put(entry.salesStage(), entry.stage()));
              });
      remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
      remove.setAriaLabel("Remove " + entry.salesStage());
      var row =
          new Div(
              name(entry.salesStage(), ""),
              new Span(),
              choice(entry.salesStage(), entry.stage(), chosen -> put(entry.salesStage(), chosen)),
              remove);
      row.addClassName("table-row");
      rows.add(row);
    }
    return new Panel("Your own", rows, newEntry());
  }

  /** Read only: the word is changed where it is explained. */
  private static Component glossary(List<Entry> entries) {
    var rows = new Div();
    rows.addClassName("table-rows");
    for (var entry : entries) {
      var marks = new Div(new Badge(entry.stage().label(), Badge.Tone.ACCENT));
      marks.addClassName("badges");
      var row = new Div(name(entry.salesStage(), ""), marks);
      row.addClassNames("table-row", "table-row-two");
      rows.add(row);
    }
    var link = new Anchor("glossary", "Open the glossary");
    link.setRouterIgnore(false);
    link.addClassName("button-link");
    return new Panel("From the glossary", rows, link)
        .withCaption("what both teams call a stage; your own entries above win");
  }

  private Component newEntry() {
    var name = new TextField("Sales stage");
    name.setPlaceholder("As the CRM writes it");
    name.setMaxLength(200);
    var stage = choice("", null, chosen -> {});
    stage.setLabel("Stage of the journey");
    var add =
        new Button(
            "Add",
            click -> {
              stage.setInvalid(stage.getValue() == null);
              stage.setErrorMessage("Choose one.");
              name.setInvalid(name.getValue().isBlank());
              name.setErrorMessage("The name as the CRM writes it.");
              if (!stage.isInvalid() && !name.isInvalid()) put(name.getValue(), stage.getValue());
            });
    add.addClickShortcut(Key.ENTER).listenOn(name);
    var form = new Div(name, stage, add);
    form.addClassName("inline-form");
    return form;
  }

  private Component shipped(String crm, List<Entry> entries) {
    var rows = new Div();
    rows.addClassName("table-rows");
    for (var entry : entries) {
      var probability = entry.probability();
      var row =
          new Div(
              name(entry.salesStage(), probability == null ? "" : probability + " % to win"),
              changeable(entry));
      row.addClassNames("table-row", "table-row-two");
      rows.add(row);
    }
    return new Panel(crm, rows).withCaption("as shipped; a change becomes your own entry");
  }

  /** A field of its own in each row would make the browser lay out the page for seconds. */
  private Component changeable(Entry entry) {
    var change = new Button(entry.stage().label(), VaadinIcon.PENCIL.create());
    change.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    change.setAriaLabel(
        "%s stands for %s; change it".formatted(entry.salesStage(), entry.stage().label()));
    var place = new Div(change);
    change.addClickListener(
        click -> {
          var choice =
              choice(entry.salesStage(), entry.stage(), chosen -> put(entry.salesStage(), chosen));
          place.removeAll();
          place.add(choice);
          choice.focus();
        });
    return place;
  }

  private void put(String salesStage, JourneyStage stage) {
    try {
      map.put(salesStage, stage, self);
      Notices.done("“" + salesStage.strip() + "” is now " + stage.label() + ".");
    } catch (IllegalArgumentException refused) {
      Notices.failed(String.valueOf(refused.getMessage()));
    }
    show();
  }

  private static Select<JourneyStage> choice(
      String salesStage, @Nullable JourneyStage now, Consumer<JourneyStage> chosen) {
    var select = new Select<JourneyStage>();
    select.setItems(JourneyStage.values());
    select.setItemLabelGenerator(JourneyStage::label);
    select.setPlaceholder("Choose");
    select.setAriaLabel("Stage of the journey for " + salesStage);
    if (now != null) select.setValue(now);
    select.addValueChangeListener(
        change -> {
          if (change.isFromClient() && change.getValue() != null) chosen.accept(change.getValue());
        });
    return select;
  }

  private static Div name(String name, String detail) {
    var words = new Span(name);
    words.addClassName("row-name");
    var main = new Div(words);
    main.addClassName("row-main");
    if (!detail.isEmpty()) {
      var caption = new Span(detail);
      caption.addClassName("caption");
      main.add(caption);
    }
    return main;
  }
}
