package dev.tandem.recommendation.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tandem.learning.EvaluationReport;
import dev.tandem.learning.PairedDifference;
import dev.tandem.learning.RankingMetric;
import dev.tandem.recommendation.evaluation.Answers;
import dev.tandem.recommendation.evaluation.Evaluation;
import dev.tandem.recommendation.evaluation.Figures;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import java.util.List;
import java.util.Objects;

/** What the comparison found: the figures of both, their difference, and how sure it is. */
final class FiguresPanel {
  /** Of fewer situations the interval is too wide to decide anything by. */
  static final int FEWEST = 10;

  private static final double SIGNIFICANT = 0.05;
  private static final int TOP = 5;

  private FiguresPanel() {}

  static Component of(Evaluation evaluation) {
    int measured = evaluation.measured().evaluated().size();
    if (measured < FEWEST)
      return new Panel(
          "Figures",
          new EmptyState(
              VaadinIcon.SCALE,
              "Not enough judgments yet",
              "%d of at least %d situations have a relevant asset among their grades. Open a situation and grade what comes."
                  .formatted(measured, FEWEST)));
    var panel = new Panel("Figures", verdict(evaluation), table(evaluation));
    panel.add(caption(graded(evaluation)));
    var kinds = kinds(evaluation);
    if (kinds.getElement().getChildCount() > 0)
      panel.add(caption(RankingMetric.NDCG_AT_10.label() + " by kind of situation"), scroll(kinds));
    return panel.withCaption(
        Formats.count(measured, "situation", "situations") + " · 95 % intervals in brackets");
  }

  private static Component verdict(Evaluation evaluation) {
    var gain = difference(evaluation, RankingMetric.NDCG_AT_10);
    var first = evaluation.answers().setting();
    var second = other(evaluation).setting();
    double mean = gain.mean().mean();
    String words;
    if (gain.pValue() < SIGNIFICANT)
      words =
          "%s answers better than %s: %s nDCG@10, more than chance would do (%s)."
              .formatted(
                  mean > 0 ? first : second,
                  mean > 0 ? second : first,
                  Figures.signed(Math.abs(mean)),
                  Figures.pValue(gain.pValue()));
    else
      words =
          "No difference that is more than chance: %s nDCG@10 (%s). Better in %d, worse in %d, equal in %d situations."
              .formatted(
                  Figures.signed(mean),
                  Figures.pValue(gain.pValue()),
                  gain.better(),
                  gain.worse(),
                  gain.equal());
    var line = new Paragraph(Character.toUpperCase(words.charAt(0)) + words.substring(1));
    line.addClassName("verdict");
    return line;
  }

  private static Component table(Evaluation evaluation) {
    var table = new NativeTable();
    table.add(
        head(
            List.of(
                "Figure",
                evaluation.answers().setting(),
                other(evaluation).setting(),
                "Difference",
                "Chance",
                "Better / worse / equal")));
    for (var metric : RankingMetric.values()) {
      var gain = difference(evaluation, metric);
      table.add(
          row(
              metric.label(),
              List.of(
                  Figures.mean(evaluation.measured(), metric),
                  Figures.mean(second(evaluation), metric),
                  Figures.difference(gain),
                  Figures.pValue(gain.pValue()),
                  "%d / %d / %d".formatted(gain.better(), gain.worse(), gain.equal()))));
    }
    return scroll(table);
  }

  private static NativeTable kinds(Evaluation evaluation) {
    var table = new NativeTable();
    var splits = evaluation.splits();
    if (splits.isEmpty()) return table;
    table.add(
        head(
            List.of(
                "Kind",
                "Situations",
                evaluation.answers().setting(),
                other(evaluation).setting(),
                "Difference")));
    for (var split : splits) {
      var metric = RankingMetric.NDCG_AT_10;
      var second = Objects.requireNonNull(split.otherMeasured());
      table.add(
          row(
              split.grouping() + ": " + split.kind(),
              List.of(
                  String.valueOf(split.measured().evaluated().size()),
                  Figures.mean(split.measured(), metric),
                  Figures.mean(second, metric),
                  Figures.difference(split.measured().differenceFrom(second, metric)))));
    }
    return table;
  }

  /** What nobody graded counts as wrong, so it must be said how much of it there is. */
  private static String graded(Evaluation evaluation) {
    return "Of the first five answers %s and %s are graded, in this order; an ungraded one counts as wrong."
        .formatted(
            Formats.share(evaluation.graded(evaluation.answers(), TOP)),
            Formats.share(evaluation.graded(other(evaluation), TOP)));
  }

  private static Answers other(Evaluation evaluation) {
    return Objects.requireNonNull(evaluation.other());
  }

  private static EvaluationReport second(Evaluation evaluation) {
    return Objects.requireNonNull(evaluation.otherMeasured());
  }

  private static PairedDifference difference(Evaluation evaluation, RankingMetric metric) {
    return evaluation.measured().differenceFrom(second(evaluation), metric);
  }

  private static NativeTableRow head(List<String> titles) {
    var row = new NativeTableRow();
    titles.forEach(
        title -> {
          var cell = new NativeTableHeaderCell(title);
          cell.getElement().setAttribute("scope", "col");
          row.add(cell);
        });
    return row;
  }

  private static NativeTableRow row(String name, List<String> cells) {
    var row = new NativeTableRow();
    var head = new NativeTableHeaderCell(name);
    head.getElement().setAttribute("scope", "row");
    row.add(head);
    cells.forEach(cell -> row.add(new NativeTableCell(cell)));
    return row;
  }

  private static Component scroll(NativeTable table) {
    var box = new Div(table);
    box.addClassName("figures-table");
    box.getElement().setAttribute("tabindex", "0");
    box.getElement().setAttribute("role", "group");
    box.getElement().setAttribute("aria-label", "Figures");
    return box;
  }

  private static Paragraph caption(String words) {
    var line = new Paragraph(words);
    line.addClassName("caption");
    return line;
  }
}
