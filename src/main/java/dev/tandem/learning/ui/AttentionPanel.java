package dev.tandem.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import dev.tandem.learning.Estimate;
import dev.tandem.learning.ModelDocument;
import dev.tandem.shared.ui.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How much less is used only because it stands further down, by surface. */
final class AttentionPanel {
  private AttentionPanel() {}

  /** As sure as before any event: nobody has seen anything there. */
  private static final double ASSUMED = 0.499;

  static Component of(ModelDocument document) {
    var curves = new TreeMap<>(document.attention());
    var sentence =
        new Paragraph(
            "How often a position is looked at, against the top; the bands hold the truth with 95 %"
                + " confidence. Ranking leaves this out, so that nothing stays on top because it is"
                + " on top.");
    if (curves.isEmpty())
      return new Panel("Attention by position", new Paragraph("Not enough data yet."), sentence);
    int last = curves.values().stream().mapToInt(curve -> seen(curve).size()).max().orElse(0);
    var lines = new ArrayList<LearningCharts.Line>();
    curves.forEach(
        (surface, curve) ->
            lines.add(
                new LearningCharts.Line(
                    surface.equals("deal") ? "deal page" : surface,
                    seen(curve).stream()
                        .map(
                            each ->
                                new LearningCharts.Point(
                                    share(each.mean()),
                                    share(each.interval().low()),
                                    share(each.interval().high())))
                        .toList())));
    var positions = IntStream.rangeClosed(1, last).mapToObj(String::valueOf).toList();
    return new Panel(
        "Attention by position",
        LearningCharts.curves(
            positions, lines, "Position", "Looks", "Share of looks by position and surface"),
        sentence);
  }

  /** More than at the top is not looked, however wide a band. */
  private static double share(double log) {
    return Math.min(1, Math.exp(log));
  }

  /** Without the positions at the end of which nothing is known on this surface. */
  private static List<Estimate> seen(List<Estimate> curve) {
    int known = curve.size();
    while (known > 1 && curve.get(known - 1).sd() >= ASSUMED) known--;
    return curve.subList(0, known);
  }
}
