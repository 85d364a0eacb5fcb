package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tandem.search.NothingFound;
import dev.tandem.search.QueryReading;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import java.util.ArrayList;
import java.util.function.Consumer;

/** Why nothing was found, and the ways on: a condition less, other words, or marketing. */
final class NothingPanel {
  private static final int MOST_WAYS = 4;

  static EmptyState of(
      NothingFound nothing,
      SearchState state,
      QueryReading reading,
      Component askMarketing,
      Consumer<SearchState> go) {
    var ways = new ArrayList<Component>();
    nothing.helpful().stream()
        .limit(MOST_WAYS)
        .forEach(
            each ->
                ways.add(
                    new Button(
                        "Without " + each.part().said() + ": " + Formats.count(each.total()),
                        click -> go.accept(state.without(each.part(), reading)))));
    if (ways.isEmpty() && nothing.wordsAlone() > 0)
      ways.add(
          new Button(
              "Without all conditions: " + Formats.count(nothing.wordsAlone()),
              click -> go.accept(state.withoutFilters().withQuery(reading.text()))));
    if (ways.isEmpty() && nothing.conditionsAlone() > 0 && !nothing.parts().isEmpty())
      ways.add(
          new Button(
              "Without the words: " + Formats.count(nothing.conditionsAlone()),
              click -> go.accept(state.withQuery(withoutWords(reading)))));
    if (nothing.parts().isEmpty())
      ways.add(new Button("Show everything", click -> go.accept(state.withQuery(""))));
    ways.add(askMarketing);
    var title =
        state.query().isEmpty()
            ? "Nothing fits all of these filters"
            : "Nothing found for “" + state.query() + "”";
    return new EmptyState(
        VaadinIcon.SEARCH, title, nothing.said() + help(nothing), ways.toArray(Component[]::new));
  }

  private static String help(NothingFound nothing) {
    return nothing.parts().isEmpty()
        ? " Try fewer or more general words, or the name of a product, an industry or a competitor."
        : "";
  }

  /** The conditions as they were typed. */
  private static String withoutWords(QueryReading reading) {
    var rest = new StringBuilder();
    for (var each : reading.conditions())
      rest.append(reading.typed(), each.from(), each.to()).append(' ');
    return rest.toString();
  }

  private NothingPanel() {}
}
