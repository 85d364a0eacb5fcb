package dev.tandem.search.web;

import dev.tandem.search.AssetQuery;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.AssetQuery.Order;
import dev.tandem.search.QueryReader;
import dev.tandem.search.QueryReading;
import dev.tandem.search.UseOrder;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/** Reads the parameters of a search; whatever is not understood is refused by name. */
record SearchCall(
    MultiValueMap<String, String> parameters,
    Taxonomy taxonomy,
    QueryReader reader,
    UseOrder uses) {
  static final int MOST_ITEMS = 100;
  private static final int DEFAULT_ITEMS = 20;
  private static final int FURTHEST = 10_000;
  static final int LONGEST_TEXT = 2_000;

  private static final Set<String> KNOWN =
      Set.of(
          "q",
          "stage",
          "type",
          "persona",
          "industry",
          "product",
          "competitor",
          "region",
          "language",
          "owner",
          "audience",
          "limit",
          "offset",
          "sort",
          "cursor");

  /** The words, understood. */
  QueryReading reading() {
    for (var name : parameters.keySet())
      if (!KNOWN.contains(name))
        throw wrong("there is no parameter '" + name + "'; known: " + String.join(", ", sorted()));
    var text = first("q") == null ? "" : String.valueOf(first("q"));
    if (text.length() > LONGEST_TEXT)
      throw wrong("q must have at most " + LONGEST_TEXT + " characters");
    return reader.read(text, audiences());
  }

  AssetQuery query(QueryReading reading) {
    return reading.applyTo(
        AssetQuery.of("")
            .withFilters(filters())
            .withAudiences(audiences())
            .withWindow(number("offset", 0, FURTHEST), number("limit", DEFAULT_ITEMS, MOST_ITEMS))
            .withFacets()
            .inOrder(order()));
  }

  private Order order() {
    return switch (first("sort")) {
      case null -> Order.Usual.RELEVANCE;
      case "relevance" -> Order.Usual.RELEVANCE;
      case "newest" -> Order.Usual.NEWEST;
      case "most_used" -> uses.mostUsed();
      case String other ->
          throw wrong("sort must be relevance, newest or most_used, not '" + other + "'");
    };
  }

  /** Where an earlier answer to the same search ended; the start without one. */
  SearchCursor cursor() {
    var given = first("cursor");
    if (given == null) return SearchCursor.start(search());
    if (number("offset", 0, FURTHEST) > 0)
      throw wrong("cursor and offset exclude each other: the cursor knows where to go on");
    return SearchCursor.read(given, search())
        .orElseThrow(() -> wrong("the cursor is not one of this search: start again without it"));
  }

  /** What must stay the same from page to page. */
  private int search() {
    var same = new TreeMap<String, List<String>>(parameters);
    for (var paging : List.of("cursor", "limit", "offset")) same.remove(paging);
    return same.toString().hashCode();
  }

  private Filters filters() {
    var terms = new HashSet<Term>();
    for (var dimension : Dimension.values())
      for (var label : values(dimension.id())) terms.add(term(dimension, label));
    return new Filters(
        parsed("stage", JourneyStage::parse, JourneyStage.values(), JourneyStage::id),
        parsed("type", ContentType::parse, ContentType.values(), ContentType::id),
        terms,
        values("language").stream()
            .map(code -> code.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet()),
        first("owner"));
  }

  private Term term(Dimension dimension, String label) {
    try {
      return taxonomy.resolve(dimension, label).orElseGet(() -> new Term(dimension, label));
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  /** What may go to buyers only, or everything. */
  private Set<Audience> audiences() {
    return switch (first("audience")) {
      case null -> Set.of(Audience.values());
      case "internal" -> Set.of(Audience.values());
      case "buyer" -> Set.of(Audience.BUYER);
      case String other -> throw wrong("audience must be buyer or internal, not '" + other + "'");
    };
  }

  private <T> Set<T> parsed(
      String name, Function<String, Optional<T>> parse, T[] known, Function<T, String> id) {
    var parsed = new HashSet<T>();
    for (var value : values(name))
      parsed.add(
          parse
              .apply(value)
              .orElseThrow(
                  () ->
                      wrong(
                          "%s '%s' is not known; it is one of %s"
                              .formatted(
                                  name,
                                  value,
                                  Arrays.stream(known)
                                      .map(id)
                                      .collect(Collectors.joining(", "))))));
    return parsed;
  }

  private int number(String name, int standard, int most) {
    var value = first(name);
    if (value == null) return standard;
    try {
      int number = Integer.parseInt(value);
      if (number >= 0 && number <= most) return number;
    } catch (NumberFormatException e) {
      // said below
    }
    throw wrong("%s must be a whole number from 0 to %,d, not '%s'".formatted(name, most, value));
  }

  private @Nullable String first(String name) {
    var values = values(name);
    return values.isEmpty() ? null : values.getFirst();
  }

  private List<String> values(String name) {
    return parameters.getOrDefault(name, List.of()).stream()
        .filter(value -> value != null && !value.isBlank())
        .toList();
  }

  private static List<String> sorted() {
    return KNOWN.stream().sorted().toList();
  }

  private static ResponseStatusException wrong(String problem) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, problem);
  }
}
