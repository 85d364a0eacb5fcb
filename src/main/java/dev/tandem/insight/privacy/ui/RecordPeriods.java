package dev.tandem.insight.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.tandem.identity.RecordRetention;
import dev.tandem.identity.UserId;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.Panel;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long records other than events are kept. */
final class RecordPeriods extends Div {
  private final transient RecordRetention retention;
  private final transient UserId admin;
  private final transient Map<String, IntegerField> fields = new LinkedHashMap<>();
  private final Paragraph state = caption("");

  RecordPeriods(RecordRetention retention, UserId admin) {
    this.retention = retention;
    this.admin = admin;
    var grid = new Div();
    grid.addClassName("retention-fields");
    for (var period : retention.periods()) {
      var field = new IntegerField(period.records().label());
      field.setPlaceholder("for good");
      field.setSuffixComponent(new Span("days"));
      field.setMin(RecordRetention.SHORTEST);
      field.setMax(RecordRetention.LONGEST);
      field.setHelperText(period.records().effect());
      period.days().ifPresent(field::setValue);
      field.setClearButtonVisible(true);
      fields.put(period.records().kind(), field);
      grid.add(field);
    }
    var save = new Button("Save periods", click -> save());
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    save.setAriaLabel("Save the periods of other records");
    var run = new Button("Remove what is due now", click -> confirmRun());
    var buttons = new Div(save, run);
    buttons.addClassName("inline-form");
    add(
        new Panel(
                "How long other records are kept",
                caption(
                    "Every night removes what is older. Empty means for good. What people changed"
                        + " about an asset or a word stays as long as that; uses of API tokens are"
                        + " kept for a year."),
                grid,
                buttons,
                state)
            .withCaption("30 to 3,650 days"));
    show();
  }

  private void save() {
    if (fields.values().stream().anyMatch(IntegerField::isInvalid)) return;
    fields.forEach((kind, field) -> retention.set(kind, field.getValue(), admin));
    Notices.done("Saved; the next night removes what is due.");
    show();
  }

  private void confirmRun() {
    if (retention.due() == 0) {
      Notices.done("No record is due.");
      return;
    }
    var dialog =
        new ConfirmDialog(
            "Remove " + Formats.count(retention.due(), "record", "records") + " for good?",
            "They cannot be brought back, except from a backup.",
            "Remove",
            confirmed -> {
              Notices.done(Formats.count(retention.run(), "record", "records") + " removed.");
              show();
            });
    dialog.setCancelable(true);
    dialog.setConfirmButtonTheme("error primary");
    dialog.open();
  }

  private void show() {
    state.setText(
        Formats.count(retention.due(), "record is", "records are")
            + " due; "
            + retention
                .lastRun()
                .map(
                    run ->
                        "the last run that removed something, "
                            + Formats.moment(run.at())
                            + ", removed "
                            + Formats.count(run.removed()))
                .orElse("nothing was ever removed")
            + ".");
  }

  private static Paragraph caption(String text) {
    var words = new Paragraph(text);
    words.addClassName("caption");
    return words;
  }
}
