package dev.tandem.recommendation.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.FilterPart;
import dev.tandem.search.QueryReading;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is looked for, as it stands in the URL.
 *
 * @param chosen the values to keep to, by facet; none is empty
 */
record SearchState(String query, Map<String, Set<String>> chosen, Sorting sorting, int items) {
  static final int PAGE = 12;
  private static final int MOST = 96;

  /** The facets in the order in which they stand, with their names for people. */
  static final Map<String, String> FACETS = new LinkedHashMap<>();

  static {
    FACETS.put("stage", "Stage");
    FACETS.put("type", "Type");
    FACETS.put("industry", "Industry");
    FACETS.put("persona", "Persona");
    FACETS.put("product", "Product");
    FACETS.put("competitor", "Competitor");
    FACETS.put("region", "Region");
    FACETS.put("language", "Language");
  }

  /** In which order results come. */
  enum Sorting {
    USEFUL("Most useful first", ""),
    NEWEST("Newest first", "newest"),
    MOST_USED("Most used first", "most_used");
    final String label, id;

    Sorting(String label, String id) {
      this.label = label;
      this.id = id;
    }

    static Sorting read(String id) {
      for (var each : values()) if (each.id.equals(id)) return each;
      return USEFUL;
    }
  }

  SearchState {
    var kept = new LinkedHashMap<String, Set<String>>();
    for (var facet : FACETS.keySet()) {
      var values = chosen.getOrDefault(facet, Set.of());
      if (!values.isEmpty()) kept.put(facet, Set.copyOf(values));
    }
    chosen = kept;
    items = Math.clamp(items, PAGE, MOST);
  }

  static SearchState read(QueryParameters parameters) {
    var chosen = new LinkedHashMap<String, Set<String>>();
    for (var facet : FACETS.keySet())
      chosen.put(facet, Set.copyOf(parameters.getParameters(facet)));
    int items =
        parameters
            .getSingleParameter("items")
            .filter(text -> text.matches("\\d{1,3}"))
            .map(Integer::valueOf)
            .orElse(PAGE);
    return new SearchState(
        parameters.getSingleParameter("q").orElse("").strip(),
        chosen,
        Sorting.read(parameters.getSingleParameter("sort").orElse("")),
        items);
  }

  QueryParameters write() {
    var values = new LinkedHashMap<String, List<String>>();
    if (!query.isEmpty()) values.put("q", List.of(query));
    chosen.forEach((facet, ones) -> values.put(facet, ones.stream().sorted().toList()));
    if (sorting != Sorting.USEFUL) values.put("sort", List.of(sorting.id));
    if (items > PAGE) values.put("items", List.of(String.valueOf(items)));
    return new QueryParameters(values);
  }

  /** Values that mean nothing are left out, rather than hiding everything. */
  Filters filters() {
    var terms = new HashSet<Term>();
    for (var dimension : Dimension.values())
      for (var value : values(dimension.id())) term(dimension, value).ifPresent(terms::add);
    return new Filters(
        values("stage").stream()
            .map(JourneyStage::parse)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet()),
        values("type").stream()
            .map(ContentType::parse)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet()),
        terms,
        values("language"),
        null);
  }

  private static Optional<Term> term(Dimension dimension, String value) {
    try {
      return Optional.of(new Term(dimension, value));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  Set<String> values(String facet) {
    return chosen.getOrDefault(facet, Set.of());
  }

  boolean filtered() {
    return !chosen.isEmpty();
  }

  boolean mayShowMore() {
    return items < MOST;
  }

  SearchState withQuery(String changed) {
    return new SearchState(changed.strip(), chosen, sorting, PAGE);
  }

  SearchState with(String facet, String value, boolean on) {
    var all = new LinkedHashMap<>(chosen);
    var values = new ArrayList<>(values(facet));
    values.remove(value);
    if (on) values.add(value);
    all.put(facet, Set.copyOf(values));
    return new SearchState(query, all, sorting, PAGE);
  }

  SearchState withoutFilters() {
    return new SearchState(query, Map.of(), sorting, PAGE);
  }

  SearchState withMore() {
    return new SearchState(query, chosen, sorting, items + PAGE);
  }

  SearchState sorted(Sorting changed) {
    return new SearchState(query, chosen, changed, PAGE);
  }

  /** The parameters as text, without where one is in the list. */
  String address() {
    return new SearchState(query, chosen, sorting, PAGE).write().getQueryString();
  }

  boolean isEmpty() {
    return query.isEmpty() && chosen.isEmpty();
  }

  /** Without one thing that was asked for, whether it was typed or chosen. */
  SearchState without(FilterPart part, QueryReading reading) {
    var typed =
        reading.conditions().stream()
            .filter(
                each ->
                    each.field().equals(part.field())
                        && each.excluded() == part.excluded()
                        && part.values().contains(each.value()))
            .toList();
    var rest = new LinkedHashMap<>(chosen);
    if (!part.excluded()) rest.remove(part.field());
    return new SearchState(reading.withoutAll(typed), rest, sorting, PAGE);
  }
}
