package dev.tandem.deals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tandem.deals.crm.CrmConnection;
import dev.tandem.deals.crm.CrmFailure;
import dev.tandem.deals.crm.SyncPreview;
import dev.tandem.deals.crm.SyncReport;
import dev.tandem.deals.crm.SyncReport.Problem;
import dev.tandem.deals.crm.SyncSources;
import dev.tandem.deals.crm.SyncWork;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.Panel;
import dev.tandem.shared.ui.RunParts;
import dev.tandem.shared.ui.StatTile;
import java.util.ArrayList;

/** One CRM: what its last runs did, what could not be taken and what to do about it. */
final class SyncPanel extends Div {
  private static final int RUNS = 12;
  private static final int PROBLEMS = 100;

  private final String source;
  private final transient SyncSources sources;
  private final transient SyncWork work;
  private final transient SyncPreview preview;
  private final String user;
  private final Div content = new Div();
  private boolean wasRunning;

  SyncPanel(String source, SyncSources sources, SyncWork work, SyncPreview preview, String user) {
    this.source = source;
    this.sources = sources;
    this.work = work;
    this.preview = preview;
    this.user = user;
    content.addClassName("sync-content");
    var actions = new ArrayList<Component>();
    sources
        .connection(source)
        .ifPresent(
            one -> {
              actions.add(action("Connection", VaadinIcon.PLUG, () -> edit(one)));
              actions.add(action("Disconnect", VaadinIcon.UNLINK, this::askToDisconnect));
            });
    actions.add(action("Mapping", VaadinIcon.CONNECT, this::openMapping));
    actions.add(action("Try without writing", VaadinIcon.SEARCH, () -> start(true)));
    actions.add(action("Read all again", VaadinIcon.REFRESH, this::askToStartOver));
    actions.add(mainAction());
    add(
        new Panel(source, content)
            .withCaption(sources.access(source).toString().replaceAll("^CrmAccess\\[|]$", ""))
            .withActions(actions.toArray(Component[]::new)));
    show();
  }

  private Button mainAction() {
    var now = action("Sync now", VaadinIcon.DOWNLOAD, () -> start(false));
    now.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return now;
  }

  private Button action(String text, VaadinIcon icon, Runnable run) {
    var button = new Button(text, icon.create(), click -> run.run());
    button.setAriaLabel(text + ": " + source);
    return button;
  }

  private void start(boolean dry) {
    if (!work.start(source, dry)) Notices.failed(source + " is being read already.");
    show();
  }

  private void askToStartOver() {
    var dialog = new ConfirmDialog();
    dialog.setHeader("Read every deal again?");
    dialog.setText(
        "The next run reads all deals of "
            + source
            + " once more, not only what changed. Nothing is lost or doubled; it takes longer.");
    dialog.setCancelable(true);
    dialog.setConfirmText("Read all again");
    dialog.addConfirmListener(
        confirm -> {
          sources.startOver(source);
          start(false);
        });
    dialog.open();
  }

  private void edit(CrmConnection connection) {
    new ConnectionDialog(sources, connection, SyncPanel::reload).open();
  }

  private void askToDisconnect() {
    var dialog = new ConfirmDialog();
    dialog.setHeader("Disconnect " + source + "?");
    dialog.setText("Its secrets are forgotten and it is read no more. The deals it brought stay.");
    dialog.setCancelable(true);
    dialog.setConfirmText("Disconnect");
    dialog.setConfirmButtonTheme("error primary");
    dialog.addConfirmListener(
        confirm -> {
          sources.disconnect(source);
          reload();
        });
    dialog.open();
  }

  private static void reload() {
    UI.getCurrent().refreshCurrentRoute(false);
  }

  private void openMapping() {
    try {
      new MappingDialog(source, sources.open(source), sources, preview, user, this::show).open();
    } catch (CrmFailure failure) {
      Notices.failed(failure.getMessage() + " " + failure.advice());
    }
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
              new Badge("reading", Badge.Tone.ACCENT),
              Formats.count(progress) + " records so far"));
    var last = runs.stream().filter(run -> run.finishedAt() != null).findFirst().orElse(null);
    if (last != null) content.add(summary(last));
    else if (progress < 0)
      content.add(new Paragraph("Not read yet. The server starts by itself, or do it now."));
    problems();
    if (!runs.isEmpty())
      content.add(RunParts.history(runs.stream().map(SyncPanel::history).toList()));
  }

  private Component summary(SyncReport run) {
    var counts = run.counts();
    var of = "of " + Formats.count(counts.all(), "record", "records") + " read";
    boolean dry = run.dry();
    var summary =
        RunParts.summary(
            RunParts.line(state(run), when(run)),
            run.failure(),
            run.advice(),
            counts.all(),
            new StatTile(dry ? "Would be added" : "Added", Formats.count(counts.added()), of),
            new StatTile(dry ? "Would be updated" : "Updated", Formats.count(counts.changed()), of),
            new StatTile("Unchanged", Formats.count(counts.unchanged()), of),
            new StatTile(
                dry ? "Would be removed or merged" : "Removed or merged",
                Formats.count(counts.removed() + counts.merged()),
                of),
            new StatTile("Not taken", Formats.count(counts.refused()), of));
    if (!run.notes().isEmpty()) {
      var notes = new UnorderedList();
      run.notes().forEach(note -> notes.add(new ListItem(note)));
      var details =
          new Details(Formats.count(run.notes().size(), "note", "notes") + " on this run", notes);
      details.setOpened(run.dry() && counts.refused() > 0); // nowhere else does it say why
      summary.add(details);
    }
    return summary;
  }

  private static Badge state(SyncReport run) {
    if (run.finishedAt() == null) return new Badge("running", Badge.Tone.ACCENT);
    if (run.failure() != null)
      return new Badge(run.dry() ? "tried, stopped early" : "stopped early", Badge.Tone.BAD);
    if (run.dry()) return new Badge("only tried", Badge.Tone.NEUTRAL);
    return run.counts().refused() > 0
        ? new Badge("done, with problems", Badge.Tone.WARNING)
        : new Badge("done", Badge.Tone.GOOD);
  }

  private static String when(SyncReport run) {
    return RunParts.when(run.startedAt(), run.finishedAt());
  }

  private void problems() {
    long count = sources.countProblems(source);
    if (count == 0) return;
    content.add(
        RunParts.problems(
            Formats.count(count, "record", "records") + " could not be taken",
            sources.problems(source, PROBLEMS).stream().map(SyncPanel::row).toList()));
    if (count > PROBLEMS)
      content.add(
          new Paragraph("The oldest " + PROBLEMS + " are shown; ./tandem sync deals lists more."));
  }

  private static Component row(Problem problem) {
    return RunParts.problem(
        problem.crmId(),
        (problem.column().isEmpty() ? "" : problem.column() + ": ") + problem.problem(),
        problem.advice(),
        RunParts.caption("since " + Formats.day(problem.since())));
  }

  private static Component history(SyncReport run) {
    var counts = run.counts();
    return RunParts.historyRow(
        when(run),
        "%s added, %s updated, %s unchanged, %s removed or merged, %s not taken, %s outdated"
            .formatted(
                Formats.count(counts.added()),
                Formats.count(counts.changed()),
                Formats.count(counts.unchanged()),
                Formats.count(counts.removed() + counts.merged()),
                Formats.count(counts.refused()),
                Formats.count(counts.stale())),
        state(run));
  }
}
