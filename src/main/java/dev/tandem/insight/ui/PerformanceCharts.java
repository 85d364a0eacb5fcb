package dev.tandem.insight.ui;

import dev.tandem.insight.Action;
import dev.tandem.insight.Overview;
import dev.tandem.insight.UseCount;
import dev.tandem.shared.ui.Chart;
import dev.tandem.taxonomy.JourneyStage;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The charts of the performance view as options of ECharts. */
final class PerformanceCharts {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final DateTimeFormatter WEEK =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final Map<Action, String> NAMES =
      Map.of(
          Action.OPEN, "Opened",
          Action.DOWNLOAD, "Downloaded",
          Action.COPY_LINK, "Link copied",
          Action.SHARE, "Sent",
          Action.BUYER_VIEW, "Seen by buyers");
  private static final List<Action> ORDER =
      List.of(Action.OPEN, Action.COPY_LINK, Action.DOWNLOAD, Action.SHARE, Action.BUYER_VIEW);

  private PerformanceCharts() {}

  /** Uses by week, stacked by what was done; what buyers saw as a line above them. */
  static Chart trend(List<Overview.Week> weeks) {
    var option = frame(36);
    option.set("legend", JSON.objectNode());
    var labels = JSON.arrayNode();
    weeks.forEach(week -> labels.add(WEEK.format(week.monday())));
    option.set("xAxis", JSON.objectNode().put("type", "category").set("data", labels));
    option.set("yAxis", JSON.objectNode().put("type", "value").put("minInterval", 1));
    var series = option.putArray("series");
    for (var action : ORDER) {
      var line = series.addObject();
      line.put("name", NAMES.get(action));
      if (action == Action.BUYER_VIEW) {
        line.put("type", "line").put("smooth", false).put("symbolSize", 6);
      } else {
        line.put("type", "bar").put("stack", "uses").put("barMaxWidth", 28);
      }
      var values = line.putArray("data");
      weeks.forEach(week -> values.add(week.counts().getOrDefault(action, 0L)));
    }
    return new Chart(option, "Uses of content by week, and what buyers saw");
  }

  /** Stages as horizontal bars in the order of the journey, what has no stage last. */
  static Chart byStage(List<UseCount> rows, String description) {
    return bars(
        rows.stream()
            .filter(row -> row.uses() > 0)
            .sorted(
                Comparator.comparing(
                    row ->
                        JourneyStage.parse(row.key())
                            .map(JourneyStage::ordinal)
                            .orElse(Integer.MAX_VALUE)))
            .toList(),
        description);
  }

  /** The rows with the most uses as horizontal bars, the largest on top. */
  static Chart mostUsed(List<UseCount> rows, int most, String description) {
    return bars(
        rows.stream()
            .filter(row -> row.uses() > 0)
            .sorted(Comparator.comparingLong(UseCount::uses).reversed())
            .limit(most)
            .toList(),
        description);
  }

  private static Chart bars(List<UseCount> topDown, String description) {
    var shown = topDown.reversed(); // ECharts counts from the bottom
    var option = frame(4);
    option.set("xAxis", JSON.objectNode().put("type", "value").put("minInterval", 1));
    var names = JSON.arrayNode();
    shown.forEach(row -> names.add(row.label()));
    var axis = JSON.objectNode().put("type", "category");
    axis.set("data", names);
    axis.set("axisLabel", JSON.objectNode().put("width", 150).put("overflow", "truncate"));
    option.set("yAxis", axis);
    var series = option.putArray("series").addObject();
    series.put("name", "Uses").put("type", "bar").put("barMaxWidth", 18);
    series.set("itemStyle", JSON.objectNode().set("borderRadius", corners(0, 4, 4, 0)));
    series.set("label", JSON.objectNode().put("show", true).put("position", "right"));
    var values = series.putArray("data");
    shown.forEach(row -> values.add(row.uses()));
    return new Chart(option, description);
  }

  private static ObjectNode frame(int top) {
    var option = JSON.objectNode();
    option.set(
        "grid",
        JSON.objectNode()
            .put("left", 8)
            .put("right", 28)
            .put("top", top)
            .put("bottom", 8)
            .put("containLabel", true));
    option.set("tooltip", JSON.objectNode().put("trigger", "axis"));
    return option;
  }

  private static ArrayNode corners(int... radii) {
    var node = JSON.arrayNode();
    for (int radius : radii) node.add(radius);
    return node;
  }
}
