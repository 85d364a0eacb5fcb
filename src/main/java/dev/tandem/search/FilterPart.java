package dev.tandem.search;

import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.QueryReading.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One of the things that filters ask for, which can be given up by itself.
 *
 * @param field {@link Condition#PHRASE}, {@code owner}, or a facet
 * @param values alternatives, as facets have them; sorted
 * @param excluded an asset must not have the value
 * @param rest the filters without it
 */
public record FilterPart(String field, List<String> values, boolean excluded, Filters rest) {

  /** "type: case study or webinar", "the exact words “go live”", "not type: webinar". */
  public String said() {
    var names =
        values.stream()
            .map(value -> KnownValues.label(field, value))
            .collect(Collectors.joining(" or "));
    var what =
        !field.equals(Condition.PHRASE)
            ? field + ": " + names
            : excluded || names.indexOf(' ') < 0
                ? "“" + names + "”"
                : "the exact words “" + names + "”";
    return excluded ? "not " + what : what;
  }

  /** Values of one dimension are one part; each phrase and each exclusion is one. */
  public static List<FilterPart> of(Filters filters) {
    var wanted = FilterValues.of(filters);
    var unwanted = FilterValues.of(filters.without());
    var parts = new ArrayList<FilterPart>();
    for (var field : wanted.fields()) {
      var values = wanted.values(field);
      if (field.equals(Condition.PHRASE))
        values.forEach(
            one -> parts.add(kept(field, List.of(one), wanted.less(field, one), unwanted)));
      else parts.add(kept(field, values, wanted.less(field), unwanted));
    }
    for (var field : unwanted.fields())
      for (var one : unwanted.values(field)) {
        var rest = wanted.filters(unwanted.less(field, one));
        parts.add(new FilterPart(field, List.of(one), true, rest));
      }
    return parts;
  }

  private static FilterPart kept(
      String field, List<String> values, FilterValues rest, FilterValues unwanted) {
    return new FilterPart(field, values, false, rest.filters(unwanted));
  }
}
