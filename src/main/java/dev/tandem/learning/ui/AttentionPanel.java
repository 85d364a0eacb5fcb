package dev.tandem.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import dev.tandem.learning.ModelDocument;
import dev.tandem.shared.ui.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How much less is used only because it stands further down, by surface. */
final class AttentionPanel {
  private AttentionPanel() {}

  static Component of(ModelDocument document) {
    var curves = new TreeMap<>(document.examination());
    var sentence =
        new Paragraph(
            "The odds that an item is used at a position, against the same item at the top; the"
                + " bands hold the truth with 95 % confidence. Ranking leaves this out, so that"
                + " nothing stays on top because it is on top.");
    if (curves.isEmpty())
      return new Panel("Attention by position", new Paragraph("Not enough data yet."), sentence);
    int last = curves.values().stream().mapToInt(List::size).max().orElse(0);
    var lines = new ArrayList<LearningCharts.Line>();
    curves.forEach(
        (surface, curve) ->
            lines.add(
                new LearningCharts.Line(
                    surface.equals("deal") ? "deal page" : surface,
                    curve.stream()
                        .map(
                            each ->
                                new LearningCharts.Point(
                                    Math.exp(each.mean()),
                                    Math.exp(each.interval().low()),
                                    Math.exp(each.interval().high())))
                        .toList())));
    var positions =
        IntStream.rangeClosed(1, last)
            .mapToObj(position -> position == last ? position + "+" : String.valueOf(position))
            .toList();
    return new Panel(
        "Attention by position",
        LearningCharts.curves(
            positions, lines, "Position", "Odds", "Odds of being used by position and surface"),
        sentence);
  }
}
