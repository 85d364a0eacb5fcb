package dev.tandem.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tandem.library.sources.ContentSources;
import dev.tandem.library.sources.SourceReport;
import dev.tandem.library.sources.SourceReport.Problem;
import dev.tandem.library.sources.SourceWork;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.Panel;
import dev.tandem.shared.ui.RunParts;
import dev.tandem.shared.ui.StatTile;

/** One source: what its last runs did, what could not be taken and what to do about it. */
final class SourcePanel extends Div {
  private static final int RUNS = 12;
  private static final int PROBLEMS = 100;

  private final String source;
  private final transient ContentSources sources;
  private final transient SourceWork work;
  private final Div content = new Div();
  private boolean wasRunning;

  SourcePanel(String source, ContentSources sources, SourceWork work) {
    this.source = source;
    this.sources = sources;
    this.work = work;
    content.addClassName("sync-content");
    var archive =
        new Button("Archive what is gone", VaadinIcon.ARCHIVE.create(), click -> askToArchive());
    archive.setAriaLabel("Archive what is gone: " + source);
    var now = new Button("Read now", VaadinIcon.DOWNLOAD.create(), click -> start(false));
    now.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    now.setAriaLabel("Read now: " + source);
    add(
        new Panel(source, content)
            .withCaption(sources.access(source).toString())
            .withActions(archive, now));
    show();
  }

  private void start(boolean archiveAll) {
    if (!work.start(source, archiveAll)) Notices.failed(source + " is being read already.");
    show();
  }

  private void askToArchive() {
    var dialog = new ConfirmDialog();
    dialog.setHeader("Archive all that is gone?");
    dialog.setText(
        source
            + " is read again, and whatever is no longer there is archived, however much that is."
            + " What comes back is restored by itself.");
    dialog.setCancelable(true);
    dialog.setConfirmText("Archive");
    dialog.addConfirmListener(confirm -> start(true));
    dialog.open();
  }

  /** To be called now and then. */
  void refreshWhileRunning() {
    boolean running = work.progress(source) >= 0;
    if (running || wasRunning) show();
    wasRunning = running;
  }

  private void show() {
    content.removeAll();
    var runs = sources.runs(source, RUNS);
    long progress = work.progress(source);
    wasRunning = progress >= 0;
    if (progress >= 0)
      content.add(
          RunParts.line(
              new Badge("reading", Badge.Tone.ACCENT), Formats.count(progress) + " items so far"));
    var last = runs.stream().filter(run -> run.finishedAt() != null).findFirst().orElse(null);
    if (last != null) content.add(summary(last));
    else if (progress < 0)
      content.add(new Paragraph("Not read yet. The server starts by itself, or do it now."));
    problems();
    if (!runs.isEmpty())
      content.add(RunParts.history(runs.stream().map(SourcePanel::history).toList()));
  }

  private static Component summary(SourceReport run) {
    var counts = run.counts();
    var of = "of " + Formats.count(counts.all(), "item", "items") + " seen";
    return RunParts.summary(
        RunParts.line(state(run), when(run)),
        run.failure(),
        run.advice(),
        counts.all() + counts.archived(),
        new StatTile("New", Formats.count(counts.published()), of),
        new StatTile("Updated", Formats.count(counts.updated()), of),
        new StatTile("Unchanged", Formats.count(counts.unchanged()), of),
        new StatTile("Archived", Formats.count(counts.archived()), "gone from the source"),
        new StatTile("Not taken", Formats.count(counts.rejected() + counts.duplicate()), of));
  }

  private static Badge state(SourceReport run) {
    if (run.finishedAt() == null) return new Badge("running", Badge.Tone.ACCENT);
    if (run.failure() != null) return new Badge("stopped early", Badge.Tone.BAD);
    return run.counts().rejected() > 0
        ? new Badge("done, with problems", Badge.Tone.WARNING)
        : new Badge("done", Badge.Tone.GOOD);
  }

  private static String when(SourceReport run) {
    return RunParts.when(run.startedAt(), run.finishedAt());
  }

  private void problems() {
    long count = sources.countProblems(source);
    if (count == 0) return;
    content.add(
        RunParts.problems(
            Formats.count(count, "item", "items") + " could not be taken",
            sources.problems(source, PROBLEMS).stream().map(SourcePanel::row).toList()));
    if (count > PROBLEMS) content.add(new Paragraph("The first " + PROBLEMS + " are shown."));
  }

  private static Component row(Problem problem) {
    var link = problem.link();
    if (link == null)
      return RunParts.problem(problem.key(), problem.problem(), problem.advice(), null);
    var open = new Anchor(link, "Open there");
    open.setTarget("_blank");
    open.getElement().setAttribute("rel", "noopener noreferrer");
    open.setAriaLabel("Open " + problem.key() + " at its source");
    return RunParts.problem(problem.key(), problem.problem(), problem.advice(), open);
  }

  private static Component history(SourceReport run) {
    var counts = run.counts();
    return RunParts.historyRow(
        when(run),
        ("%s new, %s updated, %s unchanged, %s there already, %s rejected, %s archived,"
                + " %s restored, %s for certain people only")
            .formatted(
                Formats.count(counts.published()),
                Formats.count(counts.updated()),
                Formats.count(counts.unchanged()),
                Formats.count(counts.duplicate()),
                Formats.count(counts.rejected()),
                Formats.count(counts.archived()),
                Formats.count(counts.restored()),
                Formats.count(counts.leftOut())),
        state(run));
  }
}
