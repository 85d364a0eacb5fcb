package dev.tandem.search;

import dev.tandem.search.AssetHits.Passage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says in words why an asset was found, from the passages that matched.
 *
 * @param passages best first
 * @param title of the asset: a place that only repeats it is not named
 */
public record MatchWords(List<Passage> passages, String title) {
  private static final Pattern MATCH = Pattern.compile("\uE000([^\uE001]{2,60})\uE001");
  private static final int MOST_QUOTED = 3, SHORTEST_QUOTED = 3;

  /** The matched words of the best passage that has any, and where they stand. */
  public Optional<String> mentions() {
    return passages.stream()
        .map(passage -> quoted(passage).map(words -> "Mentions " + words + place(passage)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** For what the words themselves do not show. */
  public String nearInMeaning() {
    return "Close in meaning to your words" + place();
  }

  /** The best passage's, in brackets; empty without one. */
  public String place() {
    return passages.isEmpty() ? "" : place(passages.getFirst());
  }

  private static Optional<String> quoted(Passage passage) {
    var words =
        MATCH
            .matcher(passage.snippet())
            .results()
            .map(match -> match.group(1).strip())
            .filter(word -> word.length() >= SHORTEST_QUOTED)
            .collect(
                Collectors.toMap(
                    word -> word.toLowerCase(Locale.ROOT),
                    word -> "“" + word + "”",
                    (first, again) -> first,
                    LinkedHashMap::new));
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(words.values().stream().limit(MOST_QUOTED).collect(Collectors.joining(", ")));
  }

  /** In brackets; nothing where it is only the title once more. */
  private String place(Passage passage) {
    var label = passage.pageLabel();
    if (label == null) return " (page " + passage.page() + ")";
    return label.strip().equalsIgnoreCase(title.strip()) ? "" : " (" + label + ")";
  }
}
