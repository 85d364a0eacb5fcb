package dev.tandem.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.feedback.AssetEvidence;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.identity.Roles;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.learning.Drift;
import dev.tandem.learning.DriftLog;
import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.ModelDocument;
import dev.tandem.learning.ModelRegistry;
import dev.tandem.learning.ModelRegistry.Decision;
import dev.tandem.learning.ModelRegistry.Kind;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.RankingModels;
import dev.tandem.learning.training.TrainingSchedule;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** Which model ranks and why, what it learned, and the way back. */
@Route("learning")
@PageTitle("Learning · Tandem")
@Menu(title = "Learning", order = 44, icon = "vaadin:trending-up")
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class LearningView extends Div {
  private static final int HISTORY = 30;

  private final transient RankingModels models;
  private final transient ModelRegistry registry;
  private final transient Beliefs beliefs;
  private final @Nullable UserId decides;
  private final transient Users users;
  private final transient ExperimentsPanel experiments;
  private final transient TrainingSchedule training;
  private final transient DriftLog drift;
  private final Div content = new Div();

  LearningView(
      RankingModels models,
      ModelRegistry registry,
      dev.tandem.library.Assets assets,
      AssetEvidence evidence,
      CurrentUser currentUser,
      ExperimentsPanel experiments,
      TrainingSchedule training,
      DriftLog drift,
      Users users) {
    this.experiments = experiments;
    this.training = training;
    this.drift = drift;
    this.models = models;
    this.registry = registry;
    this.beliefs = new Beliefs(assets, evidence, models.prior());
    this.users = users;
    var user = currentUser.require();
    this.decides = user.role() == Role.ADMINISTRATOR ? user.id() : null;
    addClassName("view");
    content.addClassName("learning-parts");
    add(
        new PageHeader(
            "Learning",
            "What Tandem learned from what reps and buyers did, and whether it is better for it."),
        content);
    show();
  }

  private void show() {
    content.removeAll();
    var model = models.inUse();
    content.add(experiments.show(this::show, decides));
    var main = new Div(inUse(model));
    if (decides != null) main.add(TrainingPanel.of(training, this::show));
    beliefs.of(model).forEach(main::add);
    main.addClassNames("report-charts", "learning-panels");
    main.getStyle().setMarginBottom("1.25rem");
    content.add(main);
    content.add(DriftPanel.of(drift.weeks(Drift.WEEKS), model.version()));
    content.add(history(model));
  }

  private Component inUse(RankingModel model) {
    var facts = new DescriptionList();
    facts.addClassName("facts");
    if (model instanceof LearnedModel learned) trained(learned, facts);
    else fact(facts, "Ranks by", "the experts' weights; nothing learned is in use");
    if (decides == null) fact(facts, "Next training", next(training.status()));
    if (model instanceof LearnedModel)
      fact(facts, "On one list", "open a deal and press “What learning changed” below its list");
    if (model instanceof LearnedModel) fact(facts, "Version", model.version());
    var panel = new Panel("In use: " + ModelNames.of(model.version()), facts);
    if (model instanceof LearnedModel && decides != null) panel.withActions(backToExperts(decides));
    return panel;
  }

  /** The history need not name the prior, so this is the one way back that is always there. */
  private Button backToExperts(UserId who) {
    var back = new Button("Use the experts' order", click -> ask(models.prior().version(), who));
    back.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return back;
  }

  private static String next(TrainingSchedule.Status status) {
    var nightly = status.nightly();
    if (nightly == null) return "only by command; training by itself is switched off";
    if (status.fresh() >= status.afterEvents()) return "within minutes, once the log is quiet";
    return "%s if anything is new by then, or after %s events (%s since the last training)"
        .formatted(
            Formats.moment(nightly),
            Formats.count(status.afterEvents()),
            Formats.count(status.fresh()));
  }

  private static void trained(LearnedModel model, DescriptionList facts) {
    var trained = model.document().trained();
    fact(facts, "Trained", Formats.moment(trained.at()));
    fact(facts, "Learned from", Formats.count(trained.sessions(), "session", "sessions"));
    fact(facts, "From, to", Formats.day(trained.from()) + " to " + Formats.day(trained.to()));
    fact(
        facts,
        "Used of what was seen",
        Formats.share(new dev.tandem.shared.Proportion(trained.used(), trained.items())));
    fact(facts, "New assets", newAssets(model.document().kinship()));
    var tastes = model.document().tastes();
    fact(
        facts,
        "Own preferences",
        tastes == null
            ? "none: what a rep or a team did before predicted nothing more"
            : "of %s and %s, by type of content; each rep's own order alone is changed by them"
                .formatted(
                    Formats.count(Words.groups(tastes.reps()), "rep", "reps"),
                    Formats.count(Words.groups(tastes.teams()), "team", "teams")));
    if (model.carriedOver())
      fact(
          facts,
          "Experts' weights",
          "changed since; where much was learned that stays, elsewhere the change counts in full."
              + " The next training starts from them");
  }

  private static String newAssets(ModelDocument.@Nullable Kinship kinship) {
    if (kinship == null) return "ranked by their labels, words and type";
    return "also by how texts near to theirs do (%s) and what else the author wrote (%s)"
        .formatted(
            Formats.count(kinship.near().size(), "text", "texts"),
            Formats.count(kinship.authors().size(), "author", "authors"));
  }

  static void fact(DescriptionList list, String name, String value) {
    list.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
  }

  private Component history(RankingModel inUse) {
    var rows = new Div();
    rows.addClassName("table-rows");
    var decisions = registry.history(HISTORY);
    if (decisions.isEmpty())
      rows.add(
          new EmptyState(
              VaadinIcon.TRENDING_UP,
              "Nothing was trained yet",
              "It happens by itself once there are a hundred sessions; until then the experts'"
                  + " weights rank."));
    var told = new HashSet<String>();
    for (var decision : decisions) rows.add(row(decision, inUse, told.add(decision.version())));
    return new Panel("History", rows)
        .withCaption(
            "A model comes into question only when it predicts later sessions better than the one in"
                + " use, with 95 % confidence; where reps are at work it is tried before them first.");
  }

  /**
   * @param newest whether it is the last that was decided about this model
   */
  private Component row(Decision decision, RankingModel inUse, boolean newest) {
    var name = new Span(ModelNames.first(decision.version()));
    name.addClassName("row-name");
    name.setTitle(decision.version());
    var by = decision.by();
    var why =
        new Span(ModelNames.in(decision.reason()) + (by == null ? "" : ", by " + users.nameOf(by)));
    why.addClassName("caption");
    var what = new Div(name, why);
    if (decision.gain() != null) what.add(metrics(decision, decision.gain()));
    what.addClassName("row-main");
    var marks = new Div(badge(decision.kind(), newest));
    marks.addClassName("badges");
    boolean ranks = decision.version().equals(inUse.version());
    if (ranks && newest) marks.add(new Badge("in use", Badge.Tone.GOOD));
    var when = new Span(Formats.moment(decision.at()));
    when.addClassName("caption");
    var dates = new Div(when);
    dates.addClassName("row-dates");
    var row = new Div(what, marks, dates);
    row.addClassNames("table-row", "history-row");
    var who = decides;
    if (ranks || !newest || who == null) {
      row.add(new Span());
    } else {
      var use = new Button("Use this one", click -> ask(decision.version(), who));
      use.addThemeVariants(ButtonVariant.LUMO_SMALL);
      use.setAriaLabel("Use " + ModelNames.of(decision.version()));
      row.add(use);
    }
    return row;
  }

  /** What the reason does not say. */
  private static Component metrics(Decision decision, ModelRegistry.Gain gain) {
    var line =
        new Span(
            "Learned from "
                + Formats.count(decision.sessions(), "session", "sessions")
                + ", tested on "
                + Formats.count(gain.heldOut(), "later one", "later ones"));
    line.addClassName("caption");
    return line;
  }

  private static Badge badge(Kind kind, boolean newest) {
    return switch (kind) {
      case PROMOTED -> new Badge("promoted", Badge.Tone.GOOD);
      case KEPT -> new Badge("not better", Badge.Tone.NEUTRAL);
      case CHOSEN -> new Badge("chosen by a person", Badge.Tone.WARNING);
      case CANARY ->
          new Badge(newest ? "passed, being tried" : "passed, was tried", Badge.Tone.NEUTRAL);
      case REJECTED -> new Badge("turned down", Badge.Tone.WARNING);
      case ROLLED_BACK -> new Badge("rolled back to", Badge.Tone.WARNING);
    };
  }

  private void ask(String version, UserId who) {
    var dialog =
        new ConfirmDialog(
            "Rank by " + ModelNames.of(version) + "?",
            "It ranks from the next request on. What is trained next has to be better than it, and than"
                + " the one it takes the place of.",
            "Use it",
            confirmed -> {
              try {
                registry.choose(version, "chosen in the learning view", who);
                Notices.done("Now in use: " + ModelNames.of(version));
              } catch (IllegalArgumentException e) {
                Notices.failed("This model cannot be used any more: it is damaged or too old.");
              }
              show();
            });
    dialog.setCancelable(true);
    dialog.open();
  }
}
