package dev.tandem.search;

import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.QueryReading.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a search finds nothing: what each of its conditions costs.
 *
 * @param words what was looked for, may be empty
 * @param parts the conditions, each with what there is without it; those that help first
 * @param wordsAlone how many assets the words find without any condition
 * @param conditionsAlone how many assets meet the conditions, whatever they say
 */
public record NothingFound(
    String words, List<GivenUp> parts, long wordsAlone, long conditionsAlone) {
  public NothingFound {
    parts = List.copyOf(parts);
  }

  /** How many assets there are when one condition is given up. */
  public record GivenUp(FilterPart part, long total) {}

  /** Those conditions of which each alone keeps everything out. */
  public List<GivenUp> helpful() {
    return parts.stream().filter(each -> each.total() > 0).toList();
  }

  /** Why, in one or two sentences. */
  public String said() {
    if (parts.isEmpty()) return "No asset speaks of “" + words + "”.";
    var wanted = new ArrayList<String>();
    var plain = wordsBesidePhrases();
    if (!plain.isEmpty()) wanted.add("“" + plain + "”");
    parts.forEach(each -> wanted.add(each.part().said()));
    var first = "No asset has " + joined(wanted) + ".";
    if (!helpful().isEmpty())
      return first
          + helpful().stream()
              .limit(2)
              .map(each -> "without " + each.part().said() + there(each.total()))
              .collect(Collectors.joining(", ", " But ", "."));
    if (!words.isEmpty() && conditionsAlone > 0 && wordsAlone == 0)
      return first + " Nothing speaks of “" + words + "” at all.";
    return wordsAlone > 0 && parts.size() > 1
        ? first + " It takes more than one condition less to find something."
        : first;
  }

  private static String there(long total) {
    return total == 1 ? " there is 1" : " there are " + total;
  }

  private String wordsBesidePhrases() {
    var plain = words;
    for (var each : parts)
      if (!each.part().excluded() && each.part().field().equals(Condition.PHRASE))
        plain = plain.replace(each.part().values().getFirst(), " ");
    return plain.replaceAll("\\s+", " ").strip();
  }

  private static String joined(List<String> wanted) {
    return switch (wanted.size()) {
      case 1 -> wanted.getFirst();
      case 2 -> "both " + wanted.getFirst() + " and " + wanted.getLast();
      default ->
          String.join(", ", wanted.subList(0, wanted.size() - 1)) + " and " + wanted.getLast();
    };
  }

  static NothingFound explain(HybridSearch search, AssetQuery query) {
    var asked = query.withoutSnippets().withWindow(0, 0);
    var parts =
        FilterPart.of(query.filters()).stream()
            .map(part -> new GivenUp(part, search.search(asked.withFilters(part.rest())).total()))
            .sorted(
                Comparator.comparing((GivenUp each) -> each.total() == 0)
                    .thenComparingLong(GivenUp::total))
            .toList();
    long words =
        query.text().isBlank() ? 0 : search.search(asked.withFilters(Filters.NONE)).total();
    return new NothingFound(
        query.text().strip(), parts, words, search.search(asked.withText("")).total());
  }
}
