package dev.tandem.insight.ui;

import dev.tandem.insight.JourneyReport;
import dev.tandem.shared.ui.Chart;
import dev.tandem.shared.ui.Formats;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/** The order of content on deals as a Sankey diagram. */
final class PathChart {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MOST_LINKS = 40;

  private PathChart() {}

  static Chart of(JourneyReport.Paths paths, boolean won) {
    var steps =
        paths.steps().stream()
            .filter(step -> step.won() == won && step.to() != null)
            .limit(MOST_LINKS)
            .toList();
    var nodes = new LinkedHashSet<String>();
    var links = JSON.arrayNode();
    for (var step : steps) {
      var from = step.place() + ". " + step.from().label();
      var to = step.place() + 1 + ". " + java.util.Objects.requireNonNull(step.to()).label();
      nodes.add(from);
      nodes.add(to);
      links.addObject().put("source", from).put("target", to).put("value", step.deals());
    }
    var option = JSON.objectNode();
    option.set("tooltip", JSON.objectNode().put("trigger", "item"));
    var series = option.putArray("series").addObject();
    series
        .put("type", "sankey")
        .put("nodeAlign", "left") // so that a column is a place on the path
        .put("left", 4)
        .put("right", 165)
        .put("top", 8)
        .put("bottom", 8)
        .put("nodeGap", 10)
        .put("nodeWidth", 12)
        .put("draggable", false);
    series.set("label", JSON.objectNode().put("fontSize", 11));
    series.set("lineStyle", JSON.objectNode().put("color", "source").put("opacity", 0.35));
    var named = series.putArray("data");
    nodes.forEach(node -> named.addObject().put("name", node));
    series.set("links", links);
    return new Chart(
        option,
        "From one kind of content to the next on "
            + (won ? "won" : "lost")
            + " deals: "
            + steps.stream()
                .limit(6)
                .map(
                    step ->
                        step.from().label()
                            + " to "
                            + java.util.Objects.requireNonNull(step.to()).label()
                            + " "
                            + Formats.count(step.deals(), "deal", "deals"))
                .collect(Collectors.joining(", ")));
  }
}
