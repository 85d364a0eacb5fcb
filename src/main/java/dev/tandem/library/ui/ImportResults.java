package dev.tandem.library.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.tandem.library.intake.IngestionOutcome;
import dev.tandem.library.intake.IngestionOutcome.Duplicate;
import dev.tandem.library.intake.IngestionOutcome.Published;
import dev.tandem.library.intake.IngestionOutcome.Rejected;
import dev.tandem.library.intake.IngestionOutcome.Unchanged;
import dev.tandem.library.intake.IngestionOutcome.Updated;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What one person brought in lately: a row each, a sum above. */
final class ImportResults extends Div {
  private final transient ImportQueue queue;
  private final String who;
  private final Paragraph summary = new Paragraph();
  private final Div rows = new Div();
  private final Panel panel;
  private final transient Map<ImportTask, ImportRow> shown = new HashMap<>();
  private transient List<ImportTask> order = List.of();

  ImportResults(ImportQueue queue, String who) {
    this.queue = queue;
    this.who = who;
    summary.addClassName("import-summary");
    summary.getElement().setAttribute("role", "status");
    rows.addClassName("import-rows");
    var clear =
        new Button(
            "Clear the list",
            click -> {
              queue.forgetEnded(who);
              update();
            });
    clear.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    panel = new Panel("Results", summary, rows).withActions(clear);
    add(panel);
    update();
  }

  void update() {
    var tasks = queue.of(who);
    panel.setVisible(!tasks.isEmpty());
    if (!tasks.equals(order)) {
      shown.keySet().retainAll(tasks);
      rows.removeAll();
      tasks.forEach(task -> rows.add(shown.computeIfAbsent(task, ImportRow::new)));
      order = tasks;
    }
    shown.values().forEach(ImportRow::update);
    summary.setText(words(tasks));
  }

  private static String words(List<ImportTask> tasks) {
    long busy = tasks.stream().filter(task -> !task.isOver()).count();
    var ended = tasks.stream().map(ImportTask::outcome).filter(Objects::nonNull).toList();
    var words = new StringBuilder();
    if (busy > 0) words.append(Formats.count(busy, "is", "are")).append(" under way · ");
    words.append(count(ended, Published.class)).append(" added · ");
    words.append(count(ended, Updated.class)).append(" updated · ");
    words.append(count(ended, Unchanged.class)).append(" unchanged · ");
    long duplicates = ended.stream().filter(Duplicate.class::isInstance).count();
    words.append(Formats.count(duplicates, "duplicate", "duplicates")).append(" · ");
    return words.append(count(ended, Rejected.class)).append(" not taken").toString();
  }

  private static String count(
      List<IngestionOutcome> outcomes, Class<? extends IngestionOutcome> kind) {
    return Formats.count(outcomes.stream().filter(kind::isInstance).count());
  }
}
