package dev.tandem.recommendation.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouterLink;
import dev.tandem.learning.Judgments;
import dev.tandem.learning.RankingMetric;
import dev.tandem.recommendation.EvaluationSituation;
import dev.tandem.recommendation.SituationKinds;
import dev.tandem.recommendation.evaluation.Evaluation;
import dev.tandem.recommendation.evaluation.Figures;
import dev.tandem.recommendation.evaluation.SituationWords;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Formats;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The situations as a list: what is asked, how much of it is graded, and how well it is answered.
 */
final class SituationRows extends Div {
  private final transient EvaluationState state;
  private final transient Judgments judgments;
  private final transient @Nullable Evaluation evaluation;

  /**
   * @param evaluation null before a first run
   */
  SituationRows(
      List<EvaluationSituation> situations,
      Judgments judgments,
      EvaluationState state,
      @Nullable Evaluation evaluation,
      Consumer<EvaluationSituation> edit,
      Consumer<EvaluationSituation> delete) {
    this.state = state;
    this.judgments = judgments;
    this.evaluation = evaluation;
    addClassName("table-rows");
    situations.forEach(each -> add(row(each, edit, delete)));
  }

  private Component row(
      EvaluationSituation situation,
      Consumer<EvaluationSituation> edit,
      Consumer<EvaluationSituation> delete) {
    var link = new RouterLink(title(situation), SituationView.class, SituationView.of(situation));
    link.setQueryParameters(state.write());
    link.addClassNames("row-name", "grid-link");
    var deal = new Span(deal(situation));
    deal.addClassName("caption");
    var main = new Div(link, deal);
    main.addClassName("row-main");
    var badges = new Div();
    badges.addClassName("badges");
    SituationKinds.of(situation)
        .forEach(
            (grouping, kind) -> {
              if (!kind.equals("unknown")) badges.add(new Badge(kind, Badge.Tone.NEUTRAL));
            });
    badges.add(graded(situation));
    var row = new Div(main, badges, figures(situation), actions(situation, edit, delete));
    row.addClassNames("table-row", "situation-row");
    return row;
  }

  /** The words or, without any, the deal. */
  static String title(EvaluationSituation situation) {
    if (!situation.query().isBlank()) return "“" + situation.query() + "”";
    return "A deal without words";
  }

  static String deal(EvaluationSituation situation) {
    return String.join(" · ", SituationWords.ofDeal(situation.deal()).values());
  }

  private Badge graded(EvaluationSituation situation) {
    int count = judgments.of(situation.id()).size();
    if (count == 0) return new Badge("not graded", Badge.Tone.WARNING);
    if (!judgments.anyRelevant(situation.id()))
      return new Badge(
          Formats.count(count, "grade", "grades") + ", none relevant",
          Badge.Tone.WARNING,
          "Without a relevant asset no ranking can be measured");
    return new Badge(Formats.count(count, "grade", "grades"), Badge.Tone.GOOD);
  }

  private Component figures(EvaluationSituation situation) {
    var cell = new Div();
    cell.addClassName("situation-figures");
    var run = evaluation;
    if (run == null || !run.measured().evaluated().contains(situation.id())) return cell;
    var second = run.otherMeasured();
    double one = run.measured().value(situation.id(), RankingMetric.NDCG_AT_10);
    var figure = new Span(Figures.value(one));
    figure.addClassName("rate");
    cell.add(figure);
    if (second != null) {
      double other = second.value(situation.id(), RankingMetric.NDCG_AT_10);
      cell.add(new Span("against " + Figures.value(other)));
      var difference = new Span(Figures.signed(one - other));
      if (Math.abs(one - other) >= 0.0005)
        difference.addClassName(one > other ? "trend-better" : "trend-worse");
      cell.add(difference);
    }
    cell.getElement().setAttribute("title", "nDCG@10 of the first setting against the second");
    return cell;
  }

  private static Component actions(
      EvaluationSituation situation,
      Consumer<EvaluationSituation> edit,
      Consumer<EvaluationSituation> delete) {
    var change = icon(VaadinIcon.PENCIL, "Edit " + situation.id(), () -> edit.accept(situation));
    var remove = icon(VaadinIcon.TRASH, "Delete " + situation.id(), () -> delete.accept(situation));
    var bar = new Div(change, remove);
    bar.addClassName("situation-actions");
    return bar;
  }

  private static Button icon(VaadinIcon icon, String label, Runnable action) {
    var button = new Button(icon.create(), click -> action.run());
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    button.setAriaLabel(label);
    button.setTooltipText(label);
    return button;
  }
}
