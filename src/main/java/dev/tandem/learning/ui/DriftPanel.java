package dev.tandem.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tandem.learning.Drift;
import dev.tandem.learning.DriftWeek;
import dev.tandem.learning.LinearPrior;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Chart;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Week by week, how well the model in use predicts what reps then do. */
final class DriftPanel {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final DateTimeFormatter WEEK =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private DriftPanel() {}

  /**
   * @param weeks the oldest first
   * @param inUse version of the model in use
   */
  static Component of(List<DriftWeek> weeks, String inUse) {
    if (weeks.isEmpty())
      return new Panel(
          "Drift",
          new EmptyState(
              VaadinIcon.LINE_CHART,
              "Not enough data yet",
              "Each training looks at how well the model in use predicted the sessions that came"
                  + " after it."));
    var drift = Drift.of(weeks, inUse);
    var panel =
        new Panel("Drift", new Paragraph(sentence(drift, inUse)), chart(weeks))
            .withCaption("Log-loss of sessions that the model had not learned from, by week");
    return drift.alarm()
        ? panel.withActions(
            new Badge("worse than the experts' order", Badge.Tone.BAD, "see the sentence below"))
        : panel;
  }

  private static String sentence(Drift drift, String inUse) {
    if (LinearPrior.isVersion(inUse))
      return "The experts' order is in use, so there is nothing learned to watch; below are the weeks"
          + " of models before.";
    if (drift.sessions() == 0)
      return ModelNames.first(inUse)
          + " has not been watched yet: nothing came since it was trained.";
    var measured =
        String.format(
            Locale.ENGLISH,
            "%s predicts %s since its training %s the experts' order (%+.4f log-likelihood a"
                + " session",
            ModelNames.first(inUse),
            Formats.count(drift.sessions(), "session", "sessions"),
            sure(drift) ? drift.gain() >= 0 ? "better than" : "worse than" : "about as well as",
            drift.gain());
    var interval = drift.interval();
    if (interval == null) return measured + "); not enough sessions yet to be sure of it.";
    return String.format(
        Locale.ENGLISH,
        "%s, 95 %% interval %+.4f to %+.4f, whenever one looks).%s",
        measured,
        interval.low(),
        interval.high(),
        drift.alarm()
            ? " What is used has changed since. An administrator can put the experts' order to use"
                + " until a model that has learned from the change passes the gate."
            : "");
  }

  private static boolean sure(Drift drift) {
    var interval = drift.interval();
    return interval != null && (interval.low() > 0 || interval.high() < 0);
  }

  private static Chart chart(List<DriftWeek> weeks) {
    var option = JSON.objectNode();
    option.set(
        "grid",
        JSON.objectNode()
            .put("left", 8)
            .put("right", 28)
            .put("top", 36)
            .put("bottom", 8)
            .put("containLabel", true));
    option.set("tooltip", JSON.objectNode().put("trigger", "axis"));
    option.set("legend", JSON.objectNode());
    var labels = JSON.arrayNode();
    weeks.forEach(
        week -> labels.add(WEEK.format(week.monday()) + ", " + week.sessions() + " ses."));
    option.set("xAxis", JSON.objectNode().put("type", "category").set("data", labels));
    option.set("yAxis", JSON.objectNode().put("type", "value").put("scale", true));
    var series = option.putArray("series");
    series.add(line("Model in use", weeks, week -> week.loss() / week.sessions()));
    series.add(line("Experts' order", weeks, week -> week.priorLoss() / week.sessions()));
    return new Chart(
        option, "Log-loss a session by week, of the model in use and of the experts' order");
  }

  private static ObjectNode line(
      String name, List<DriftWeek> weeks, ToDoubleFunction<DriftWeek> value) {
    var line = JSON.objectNode().put("name", name).put("type", "line").put("symbolSize", 6);
    var values = line.putArray("data");
    weeks.forEach(week -> values.add(Math.round(10_000 * value.applyAsDouble(week)) / 10_000.0));
    return line;
  }
}
