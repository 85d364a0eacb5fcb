package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tandem.search.AssetHits.FacetCount;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.QueryReading;
import dev.tandem.search.QueryReading.Condition;
import dev.tandem.shared.ui.Formats;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The values to narrow a search by, each with how many assets it would leave. */
final class FacetPanel extends Div {
  private static final int FIRST = 6;
  private static final Set<String> OPEN = Set.of("stage", "type", "industry");

  private final Set<String> unfolded = new HashSet<>(OPEN);
  private final Set<String> whole = new HashSet<>();
  private final transient Consumer<SearchState> go;
  private transient QueryReading typed =
      new QueryReading("", List.of(), List.of(), Filters.NONE, List.of(), null);

  FacetPanel(Consumer<SearchState> go) {
    this.go = go;
    addClassName("facets");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", "Narrow the results");
  }

  /**
   * @param reading conditions that were typed stand here as chosen, too
   */
  void show(SearchState state, QueryReading reading, Map<String, List<FacetCount>> counts) {
    removeAll();
    typed = reading;
    if (state.filtered()) {
      var clear = new Button("Clear all filters", click -> go.accept(state.withoutFilters()));
      clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
      add(clear);
    }
    SearchState.FACETS.forEach(
        (facet, name) -> {
          var values = new ArrayList<>(counts.getOrDefault(facet, List.of()));
          for (var chosen : chosen(state, facet))
            if (values.stream().noneMatch(value -> value.value().equals(chosen)))
              values.add(new FacetCount(chosen, 0));
          if (facet.equals("stage"))
            values.sort(
                Comparator.comparing(
                    value ->
                        JourneyStage.parse(value.value()).map(JourneyStage::ordinal).orElse(9)));
          if (!values.isEmpty()) add(facet(state, facet, name, values));
        });
  }

  private Details facet(SearchState state, String facet, String name, List<FacetCount> values) {
    var list = new Div();
    list.addClassName("facet-values");
    boolean all = whole.contains(facet) || values.size() <= FIRST + 1;
    values.stream()
        .filter(
            value ->
                all
                    || values.indexOf(value) < FIRST
                    || chosen(state, facet).contains(value.value()))
        .forEach(value -> list.add(value(state, facet, value)));
    if (!all) {
      var more = new Button((values.size() - FIRST) + " more");
      more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
      more.addClickListener(
          click -> {
            whole.add(facet);
            list.removeAll();
            values.forEach(value -> list.add(value(state, facet, value)));
          });
      list.add(more);
    }
    var details = new Details(name, list);
    details.setOpened(unfolded.contains(facet) || !chosen(state, facet).isEmpty());
    details.addOpenedChangeListener(
        change -> {
          if (change.isOpened()) unfolded.add(facet);
          else unfolded.remove(facet);
        });
    return details;
  }

  private Checkbox value(SearchState state, String facet, FacetCount value) {
    var box = new Checkbox();
    var count = new Span(Formats.count(value.count()));
    count.addClassName("facet-count");
    var label = new Span(new Span(words(facet, value.value())), count);
    label.addClassName("facet-label");
    box.setLabelComponent(label);
    box.setAriaLabel(words(facet, value.value()) + ", " + value.count() + " assets");
    box.setValue(chosen(state, facet).contains(value.value()));
    box.addValueChangeListener(
        change -> {
          if (change.isFromClient()) choose(state, facet, value.value(), change.getValue());
        });
    return box;
  }

  private void choose(SearchState state, String facet, String value, boolean on) {
    if (on || state.values(facet).contains(value)) {
      go.accept(state.with(facet, value, on));
      return;
    }
    var words =
        typed(facet).filter(each -> each.value().equals(value)).map(typed::without).findFirst();
    words.ifPresent(rest -> go.accept(state.withQuery(rest)));
  }

  private Set<String> chosen(SearchState state, String facet) {
    var chosen = new HashSet<>(state.values(facet));
    typed(facet).map(Condition::value).forEach(chosen::add);
    return chosen;
  }

  private Stream<Condition> typed(String facet) {
    return typed.conditions().stream()
        .filter(each -> !each.excluded() && each.field().equals(facet));
  }

  static String words(String facet, String value) {
    return switch (facet) {
      case "stage" -> JourneyStage.parse(value).map(JourneyStage::label).orElse(value);
      case "type" -> ContentType.parse(value).map(ContentType::label).orElse(value);
      case "language" ->
          value.equals("und")
              ? "Unknown"
              : Locale.forLanguageTag(value).getDisplayLanguage(Locale.ENGLISH);
      default -> value;
    };
  }
}
