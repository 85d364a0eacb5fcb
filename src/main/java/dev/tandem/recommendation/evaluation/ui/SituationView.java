package dev.tandem.recommendation.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Roles;
import dev.tandem.identity.UserId;
import dev.tandem.recommendation.EvaluationSituation;
import dev.tandem.recommendation.SituationAnswers.Answer;
import dev.tandem.recommendation.Slate.Reason;
import dev.tandem.recommendation.evaluation.Answers;
import dev.tandem.recommendation.evaluation.Evaluation;
import dev.tandem.recommendation.evaluation.JudgedSituations;
import dev.tandem.recommendation.evaluation.ShownAssets;
import dev.tandem.recommendation.evaluation.SituationWords;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What two settings answer in one situation, to be graded. */
@Route("evaluation/:situation")
@PageTitle("Situation · Tandem")
@RolesAllowed({Roles.MARKETER, Roles.ADMINISTRATOR})
class SituationView extends Div implements BeforeEnterObserver {
  private static final int SHOWN = 10;

  private final transient Comparing comparing;
  private final transient JudgedSituations situations;
  private final transient UserId self;
  private final transient Map<String, List<GradeButtons>> buttons = new HashMap<>();

  SituationView(Comparing comparing, JudgedSituations situations, CurrentUser currentUser) {
    this.comparing = comparing;
    this.situations = situations;
    this.self = currentUser.require().id();
    addClassNames("view", "evaluation");
  }

  static RouteParameters of(EvaluationSituation situation) {
    return new RouteParameters("situation", situation.id());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    buttons.clear();
    var state = EvaluationState.read(event.getLocation().getQueryParameters(), comparing.present());
    var id = event.getRouteParameters().get("situation").orElse("");
    var all = situations.all();
    var found = all.stream().filter(each -> each.id().equals(id)).findFirst();
    if (found.isEmpty()) {
      add(
          EmptyState.page(
              VaadinIcon.SCALE,
              "There is no such situation",
              "It may have been deleted.",
              new RouterLink("All situations", EvaluationView.class)));
      return;
    }
    show(found.get(), all, state);
  }

  private void show(
      EvaluationSituation situation, List<EvaluationSituation> all, EvaluationState state) {
    var evaluation = comparing.run(List.of(situation), state, done -> {});
    var shown = comparing.shown(evaluation);
    var parameters = of(situation);
    var sides = new Div();
    sides.addClassName("columns");
    sides.add(side(evaluation.answers(), situation, evaluation, shown));
    var other = evaluation.other();
    if (other != null) sides.add(side(other, situation, evaluation, shown));
    var header =
        new PageHeader(
            SituationRows.title(situation), deal(situation), steps(situation, all, state));
    header.scrollIntoView(); // the list before was scrolled down
    add(
        header,
        new Panel(
            "Side by side",
            new SettingBar(
                state,
                comparing.settings(),
                changed ->
                    UI.getCurrent().navigate(SituationView.class, parameters, changed.write()))),
        legend(),
        sides);
  }

  private static String deal(EvaluationSituation situation) {
    return SituationWords.ofDeal(situation.deal()).entrySet().stream()
        .map(each -> each.getKey() + ": " + each.getValue())
        .collect(Collectors.joining(" · "));
  }

  private static Component[] steps(
      EvaluationSituation now, List<EvaluationSituation> all, EvaluationState state) {
    int place = all.indexOf(now);
    var links = new ArrayList<Component>();
    var back = new RouterLink("All situations", EvaluationView.class);
    back.setQueryParameters(state.write());
    links.add(back);
    if (place > 0) links.add(step("Previous", all.get(place - 1), state));
    if (place >= 0 && place < all.size() - 1) links.add(step("Next", all.get(place + 1), state));
    links.forEach(link -> ((RouterLink) link).addClassName("button-link"));
    return links.toArray(Component[]::new);
  }

  private static RouterLink step(String words, EvaluationSituation to, EvaluationState state) {
    var link = new RouterLink(words, SituationView.class, of(to));
    link.setQueryParameters(state.write());
    return link;
  }

  private static Component legend() {
    var words = new StringBuilder("Grades: ");
    for (int grade = GradeButtons.MEANINGS.size() - 1; grade >= 0; grade--)
      words
          .append(grade)
          .append(' ')
          .append(GradeButtons.MEANINGS.get(grade))
          .append(grade > 0 ? " · " : ". A second click takes a grade back.");
    var line = new Paragraph(words.toString());
    line.addClassName("caption");
    return line;
  }

  private Component side(
      Answers answers, EvaluationSituation situation, Evaluation evaluation, ShownAssets shown) {
    var list = new OrderedList();
    list.addClassName("graded-answers");
    var ranking = answers.of(situation.id());
    ranking.stream()
        .limit(SHOWN)
        .forEach(answer -> list.add(item(answer, situation, evaluation, shown)));
    var panel = new Panel(capital(answers.setting()));
    if (ranking.isEmpty())
      panel.add(
          new EmptyState(VaadinIcon.SEARCH, "Nothing came", "Nothing in the library fits this."));
    else panel.add(list);
    return panel;
  }

  private Component item(
      Answer answer, EvaluationSituation situation, Evaluation evaluation, ShownAssets shown) {
    var asset = shown.of(answer.asset());
    var title = new Anchor("library/" + answer.asset(), asset.title());
    title.addClassName("grid-link");
    var type = new Span(asset.type());
    type.addClassName("caption");
    var words = new Div(title, type);
    words.addClassName("row-main");
    if (!answer.reasons().isEmpty()) {
      var why =
          new Span(answer.reasons().stream().map(Reason::text).collect(Collectors.joining(" · ")));
      why.addClassNames("caption", "why");
      words.add(why);
    }
    var grade =
        new GradeButtons(
            asset.title(),
            evaluation.judgments().of(situation.id()).get(answer.asset()),
            chosen -> judge(situation, answer.asset(), chosen));
    buttons.computeIfAbsent(answer.asset(), none -> new ArrayList<>()).add(grade);
    var row = new Div(words, grade);
    row.addClassName("graded-answer");
    return new ListItem(row);
  }

  private void judge(EvaluationSituation situation, String asset, @Nullable Integer grade) {
    situations.judge(situation.id(), asset, grade, self);
    buttons.getOrDefault(asset, List.of()).forEach(each -> each.show(grade));
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
