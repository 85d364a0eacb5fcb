package dev.tandem.insight.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A line so small that it stands in a cell: only its shape says something. */
final class Sparkline extends Span {
  private static final double WIDTH = 96;
  private static final double HEIGHT = 24;

  /**
   * @param values oldest first; NaN where there is none
   * @param description what it shows, in words
   */
  Sparkline(List<Double> values, String description) {
    addClassName("sparkline");
    getElement().setAttribute("role", "img");
    getElement().setAttribute("aria-label", description + ": " + spoken(values));
    setTitle(description + ": " + spoken(values));
    if (values.size() > 1) add(new Svg(drawing(values)));
  }

  static Sparkline ofCounts(List<Long> values, String description) {
    return new Sparkline(values.stream().map(Long::doubleValue).toList(), description);
  }

  private static String spoken(List<Double> values) {
    return values.stream()
        .map(
            value ->
                value.isNaN()
                    ? "–"
                    : String.format(Locale.ROOT, value % 1 == 0 ? "%.0f" : "%.2f", value))
        .collect(Collectors.joining(", "));
  }

  private static String drawing(List<Double> values) {
    double most = values.stream().filter(v -> !v.isNaN()).mapToDouble(v -> v).max().orElse(1);
    double step = WIDTH / (values.size() - 1);
    var points = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      double value = values.get(i);
      if (Double.isNaN(value)) continue;
      double y = HEIGHT - 2 - (most <= 0 ? 0 : value / most) * (HEIGHT - 4);
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", i * step, y));
    }
    return String.format(
        Locale.ROOT,
        "<svg viewBox=\"0 0 %.0f %.0f\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><polyline"
            + " points=\"%s\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\""
            + " vector-effect=\"non-scaling-stroke\"/></svg>",
        WIDTH,
        HEIGHT,
        points);
  }
}
