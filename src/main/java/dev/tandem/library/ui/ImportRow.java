package dev.tandem.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.tandem.library.AssetId;
import dev.tandem.library.intake.ImportReport;
import dev.tandem.library.intake.IngestionOutcome;
import dev.tandem.library.ui.ImportTask.Progress;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Badge.Tone;
import dev.tandem.shared.ui.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far one file is, and what became of it. */
final class ImportRow extends Div {
  private static final int MOST_LINES = 40;

  private final ImportTask task;
  private @Nullable Progress shown;

  ImportRow(ImportTask task) {
    this.task = task;
    addClassName("import-row");
    update();
  }

  void update() {
    var now = task.progress();
    if (now.equals(shown)) return;
    shown = now;
    removeAll();
    var name = new Span(task.name());
    name.addClassName("import-name");
    name.setTitle(task.name());
    switch (now) {
      case Progress.Waiting waiting -> add(name, new Badge("Waiting", Tone.NEUTRAL));
      case Progress.Running running -> add(name, new Badge("Reading", Tone.ACCENT), bar(running));
      case Progress.Ended ended -> {
        add(name);
        outcome(ended.outcome());
      }
      case Progress.FolderEnded ended -> {
        add(name, new Badge("Done", Tone.GOOD));
        report(ended.report());
      }
    }
  }

  private static Component bar(Progress.Running running) {
    var bar = new ProgressBar();
    bar.setIndeterminate(running.total() == 0);
    if (running.total() == 0) return bar;
    bar.setMax(running.total());
    bar.setValue(running.done());
    return new Div(
        bar, caption(Formats.count(running.done()) + " of " + Formats.count(running.total())));
  }

  private void outcome(IngestionOutcome outcome) {
    switch (outcome) {
      case IngestionOutcome.Published published -> {
        add(new Badge("Added", Tone.GOOD), link(published.asset(), "Check its labels"));
        published.warnings().forEach(warning -> add(problem(warning)));
      }
      case IngestionOutcome.Updated updated -> {
        add(new Badge(updated.newVersion() ? "New version" : "Updated", Tone.GOOD));
        add(link(updated.asset(), "Look at it"));
        updated.warnings().forEach(warning -> add(problem(warning)));
      }
      case IngestionOutcome.Unchanged unchanged ->
          add(new Badge("Unchanged", Tone.NEUTRAL), link(unchanged.asset(), "Look at it"));
      case IngestionOutcome.Duplicate duplicate ->
          add(
              new Badge("Duplicate", Tone.WARNING, "The same content is in the library already"),
              link(duplicate.existing(), "the same as " + duplicate.existing()));
      case IngestionOutcome.Rejected rejected ->
          add(new Badge("Not taken", Tone.BAD), problem(rejected.reason()));
    }
  }

  private void report(ImportReport report) {
    add(
        caption(
            Formats.count(report.published())
                + " added · "
                + Formats.count(report.updated())
                + " updated · "
                + Formats.count(report.unchanged())
                + " unchanged · "
                + Formats.count(report.duplicates().size(), "duplicate", "duplicates")
                + " · "
                + Formats.count(report.rejections().size())
                + " not taken"));
    lines(report.rejections().stream().map(it -> it.path() + ": " + it.reason()).toList());
    lines(report.manifestProblems().stream().map(it -> "Manifest, " + it).toList());
    lines(
        report.duplicates().stream()
            .map(it -> it.path() + ": the same as " + it.existing())
            .toList());
    lines(report.warnings().stream().map(it -> it.path() + ": " + it.message()).toList());
  }

  private void lines(List<String> lines) {
    lines.stream().limit(MOST_LINES).forEach(line -> add(problem(line)));
    if (lines.size() > MOST_LINES)
      add(caption("and " + Formats.count(lines.size() - MOST_LINES) + " more"));
  }

  private static Anchor link(AssetId id, String words) {
    var link = new Anchor(AssetMarks.page(id), words);
    link.setRouterIgnore(false);
    return link;
  }

  private static Span problem(String text) {
    var span = new Span(text);
    span.addClassName("import-problem");
    return span;
  }

  private static Span caption(String text) {
    var span = new Span(text);
    span.addClassName("caption");
    return span;
  }
}
