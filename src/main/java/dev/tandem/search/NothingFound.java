package dev.tandem.search;

import dev.tandem.search.AssetQuery.Filters;
import java.util.List;

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
    var wanted = new java.util.ArrayList<String>();
    if (!words.isEmpty() && !saidByPhrases()) wanted.add("“" + words + "”");
    parts.forEach(each -> wanted.add(each.part().said()));
    var first = "No asset has " + joined(wanted) + ".";
    if (!helpful().isEmpty()) return first;
    if (!words.isEmpty() && conditionsAlone > 0 && wordsAlone == 0)
      return first + " Nothing speaks of “" + words + "” at all.";
    return wordsAlone > 0 && parts.size() > 1
        ? first + " It takes more than one condition less to find something."
        : first;
  }

  private boolean saidByPhrases() {
    var phrases =
        parts.stream()
            .map(GivenUp::part)
            .filter(part -> !part.excluded() && part.field().equals("phrase"))
            .map(part -> part.values().getFirst())
            .toList();
    return words.strip().equals(String.join(" ", phrases));
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
                java.util.Comparator.comparing((GivenUp each) -> each.total() == 0)
                    .thenComparingLong(GivenUp::total))
            .toList();
    long words =
        query.text().isBlank() ? 0 : search.search(asked.withFilters(Filters.NONE)).total();
    return new NothingFound(
        query.text().strip(), parts, words, search.search(asked.withText("")).total());
  }
}
