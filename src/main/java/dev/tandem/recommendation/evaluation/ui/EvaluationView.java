package dev.tandem.recommendation.evaluation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Roles;
import dev.tandem.identity.UserId;
import dev.tandem.recommendation.EvaluationSituation;
import dev.tandem.recommendation.evaluation.Evaluation;
import dev.tandem.recommendation.evaluation.JudgedSituations;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import dev.tandem.taxonomy.Taxonomy;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How well the situations that people wrote are answered, by two settings side by side. */
@Route("evaluation")
@PageTitle("Evaluation · Tandem")
@Menu(title = "Evaluation", order = 46, icon = "vaadin:scale")
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class EvaluationView extends Div implements AfterNavigationObserver {
  private static final int POLL_MILLIS = 400;

  private final transient Comparing comparing;
  private final transient JudgedSituations situations;
  private final transient Taxonomy taxonomy;
  private final transient UserId self;
  private final Div content = new Div();
  private final Div outcome = new Div();
  private transient EvaluationState state;
  private transient @Nullable EvaluationTask task;
  private transient @Nullable Evaluation evaluation;
  private @Nullable Registration polls;

  EvaluationView(
      Comparing comparing,
      JudgedSituations situations,
      Taxonomy taxonomy,
      CurrentUser currentUser) {
    this.comparing = comparing;
    this.situations = situations;
    this.taxonomy = taxonomy;
    this.self = currentUser.require().id();
    this.state =
        EvaluationState.read(com.vaadin.flow.router.QueryParameters.empty(), comparing.present());
    addClassNames("view", "evaluation");
    content.addClassName("report");
    outcome.addClassName("report");
    outcome.getElement().setAttribute("aria-live", "polite");
    var add = new Button("New situation", VaadinIcon.PLUS.create(), click -> create());
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(
        new PageHeader(
            "Evaluation",
            "Write down what buyers and reps need, grade what comes, and see whether a change"
                + " helps before anybody gets it.",
            new Button("From files", VaadinIcon.UPLOAD_ALT.create(), click -> upload()),
            add),
        content);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    var asked = EvaluationState.read(event.getLocation().getQueryParameters(), comparing.present());
    if (!asked.equals(state)) evaluation = null;
    state = asked;
    show();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    polls = event.getUI().addPollListener(poll -> look());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    event.getUI().setPollInterval(-1);
    if (polls != null) polls.remove();
    if (task != null) task.stop();
  }

  private void show() {
    content.removeAll();
    var all = situations.all();
    if (all.isEmpty()) {
      content.add(
          new EmptyState(
              VaadinIcon.SCALE,
              "No situations yet",
              "A situation is what a rep types, or a deal as its page shows it. With "
                  + FiguresPanel.FEWEST
                  + " graded ones two rankings can be compared.",
              new Button("Write the first one", click -> create())));
      if (comparing.isChanged())
        content.add(
            new Panel("In use for everybody", new InUse(comparing, state, self, this::changed)));
      return;
    }
    var run = new Button("Compare", VaadinIcon.PLAY.create(), click -> run(all));
    run.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    content.add(
        new Panel("Side by side", new SettingBar(state, comparing.settings(), this::go))
            .withActions(run),
        outcome,
        new Panel("In use for everybody", new InUse(comparing, state, self, this::changed)),
        new Panel(
                "Situations",
                new SituationRows(
                    all, situations.judgments(), state, evaluation, this::edit, this::delete))
            .withCaption(Formats.count(all.size(), "situation", "situations"))
            .withActions(SituationLinks.of(situations)));
    showOutcome();
  }

  private void showOutcome() {
    outcome.removeAll();
    if (evaluation != null) outcome.add(FiguresPanel.of(evaluation));
  }

  private void go(EvaluationState changed) {
    UI.getCurrent().navigate(EvaluationView.class, changed.write());
  }

  private void run(List<EvaluationSituation> all) {
    if (task != null) task.stop();
    var asked = state;
    task = EvaluationTask.start(2 * all.size(), told -> comparing.run(all, asked, told));
    evaluation = null;
    getUI().ifPresent(ui -> ui.setPollInterval(POLL_MILLIS));
    look();
  }

  /** Shows how far the comparison is, or what it found. */
  private void look() {
    var running = task;
    if (running == null) return;
    if (running.result() == null && !running.failed()) {
      outcome.removeAll();
      outcome.add(progress(running));
      return;
    }
    task = null;
    getUI().ifPresent(ui -> ui.setPollInterval(-1));
    evaluation = running.result();
    show();
    if (running.failed())
      Notices.failed("The comparison broke off; the server's log says why. Nothing was changed.");
  }

  private static Component progress(EvaluationTask running) {
    var bar = new ProgressBar(0, 1, running.share());
    bar.getElement().setAttribute("aria-label", "Comparison");
    return new Panel("Figures", new Span(running.progress()), bar);
  }

  private void create() {
    new SituationDialog(
            null,
            taxonomy,
            (query, deal, kind) -> {
              var kept = situations.add(query, deal, kind, self);
              UI.getCurrent()
                  .navigate(SituationView.class, SituationView.of(kept))
                  .ifPresent(view -> Notices.done("Kept. Now grade what comes."));
            })
        .open();
  }

  private void upload() {
    new SituationUpload(situations, self, this::changed).open();
  }

  private void edit(EvaluationSituation now) {
    new SituationDialog(
            now,
            taxonomy,
            (query, deal, kind) -> {
              situations.save(new EvaluationSituation(now.id(), query, deal, kind), self);
              changed();
            })
        .open();
  }

  private void delete(EvaluationSituation situation) {
    var grades = situations.judgments().of(situation.id());
    situations.delete(situation.id());
    changed();
    Notices.done(
        situation.id() + " deleted.",
        () -> {
          situations.save(situation, self);
          situations.judge(situation.id(), grades, self);
          changed();
        });
  }

  private void changed() {
    evaluation = null; // it was about other situations, weights or synonyms
    show();
  }
}
