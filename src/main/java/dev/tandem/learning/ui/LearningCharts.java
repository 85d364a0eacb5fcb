package dev.tandem.learning.ui;

import dev.tandem.shared.ui.Chart;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The charts of the learning view as options of ECharts. */
final class LearningCharts {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DECIMALS = 1_000;

  /** A value with its interval. */
  record Point(double value, double low, double high) {}

  record Line(String name, List<Point> points) {}

  private LearningCharts() {}

  /** Lines with their intervals as bands. */
  static Chart curves(
      List<String> categories, List<Line> lines, String across, String up, String description) {
    var option = frame(categories, across, up);
    var series = option.putArray("series");
    for (var line : lines) {
      band(series, line, line.points().stream().map(Point::low).toList(), 0);
      band(series, line, line.points().stream().map(p -> p.high() - p.low()).toList(), 0.16);
      var shown = series.addObject().put("name", line.name()).put("type", "line");
      values(shown.put("symbolSize", 6), line.points().stream().map(Point::value).toList());
    }
    legend(option, lines.stream().map(Line::name).toList());
    return new Chart(option, description);
  }

  /**
   * One of two stacked lines that are not drawn; only the area between them is. They share the name
   * of their line, and with it its colour and its place in the legend.
   */
  private static void band(ArrayNode series, Line of, List<Double> values, double opacity) {
    var band = series.addObject().put("name", of.name()).put("type", "line");
    band.put("stack", "band of " + of.name()).put("symbol", "none").put("silent", true);
    band.put("stackStrategy", "all");
    band.set("lineStyle", JSON.objectNode().put("opacity", 0));
    if (opacity > 0) band.set("areaStyle", JSON.objectNode().put("opacity", opacity));
    values(band, values);
  }

  /** What was expected as a line, what happened as bars from low to high. */
  static Chart expectedAndObserved(
      List<String> categories, List<Double> expected, List<Point> observed, String description) {
    var option = frame(categories, "Expected", "Reward");
    var series = option.putArray("series");
    var bars =
        series.addObject().put("name", "Observed, with 95 % interval").put("type", "boxplot");
    bars.set("boxWidth", JSON.arrayNode().add(8).add(14));
    bars.set("itemStyle", JSON.objectNode().put("color", "transparent"));
    var boxes = bars.putArray("data");
    for (var point : observed) {
      var box = boxes.addArray();
      for (double value :
          List.of(point.low(), point.value(), point.value(), point.value(), point.high()))
        box.add(rounded(value));
    }
    var line = series.addObject().put("name", "Expected").put("type", "line").put("symbolSize", 5);
    values(line, expected);
    legend(option, List.of("Observed, with 95 % interval", "Expected"));
    return new Chart(option, description);
  }

  private static ObjectNode frame(List<String> categories, String across, String up) {
    var option = JSON.objectNode();
    option.set(
        "grid",
        JSON.objectNode()
            .put("left", 8)
            .put("right", 20)
            .put("top", 44)
            .put("bottom", 24)
            .put("containLabel", true));
    option.set("tooltip", JSON.objectNode().put("trigger", "item"));
    var axis = JSON.objectNode().put("type", "category").put("name", across);
    axis.put("nameLocation", "middle").put("nameGap", 26);
    var names = axis.putArray("data");
    categories.forEach(names::add);
    option.set("xAxis", axis);
    option.set("yAxis", JSON.objectNode().put("type", "value").put("name", up));
    return option;
  }

  private static void legend(ObjectNode option, List<String> names) {
    var legend = JSON.objectNode();
    var data = legend.putArray("data");
    names.forEach(data::add);
    option.set("legend", legend);
  }

  private static void values(ObjectNode series, List<Double> values) {
    var data = series.putArray("data");
    values.forEach(value -> data.add(rounded(value)));
  }

  private static double rounded(double value) {
    return (double) Math.round(value * DECIMALS) / DECIMALS;
  }
}
