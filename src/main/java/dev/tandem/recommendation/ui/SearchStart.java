package dev.tandem.recommendation.ui;

import dev.tandem.identity.CurrentUser;
import dev.tandem.search.HybridSearch;
import dev.tandem.search.PastSearches;
import dev.tandem.search.QueryReader;
import dev.tandem.search.QueryReading;
import dev.tandem.taxonomy.Audience;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What may be looked for; search itself does not fail where the past does not answer. */
@Component
class SearchStart {
  private static final Logger LOG = LoggerFactory.getLogger(SearchStart.class);
  private static final Set<Audience> EVERYTHING = Set.of(Audience.values());
  private static final int RECENT = 5, POPULAR = 5, COMPLETIONS = 6, PAST = 3;

  private final PastSearches past;
  private final HybridSearch search;
  private final QueryReader reader;
  private final CurrentUser currentUser;

  SearchStart(PastSearches past, HybridSearch search, QueryReader reader, CurrentUser currentUser) {
    this.past = past;
    this.search = search;
    this.reader = reader;
    this.currentUser = currentUser;
  }

  /**
   * @param popular without those that are recent
   */
  record Again(List<String> recent, List<String> popular) {}

  /** What to offer before anything is typed. */
  Again again() {
    var asker = currentUser.require().id();
    var recent = orNothing(() -> past.recent(asker, RECENT));
    var popular =
        orNothing(() -> past.popular(asker, EVERYTHING, RECENT + POPULAR)).stream()
            .filter(words -> recent.stream().noneMatch(words::equalsIgnoreCase))
            .limit(POPULAR)
            .toList();
    return new Again(recent, popular);
  }

  /** Ways to go on from what was typed, each as a whole query. */
  List<String> complete(QueryReading reading) {
    var typed = reading.typed();
    var ways = new LinkedHashSet<>(reader.complete(reading, EVERYTHING, COMPLETIONS));
    if (reading.unfinished() == null) {
      var before = typed.substring(0, reading.openFrom()).strip();
      var open = typed.substring(reading.openFrom()).strip();
      var asker = currentUser.require().id();
      if (before.isEmpty())
        ways.addAll(orNothing(() -> past.complete(open, asker, EVERYTHING, PAST)));
      if (open.length() > 1)
        for (var words : search.complete(open, EVERYTHING, COMPLETIONS))
          ways.add((before + " " + words).strip());
    }
    return ways.stream()
        .filter(words -> !words.equalsIgnoreCase(typed))
        .limit(COMPLETIONS)
        .toList();
  }

  private static List<String> orNothing(Supplier<List<String>> ofThePast) {
    try {
      return ofThePast.get();
    } catch (RuntimeException e) {
      LOG.warn("Searching without what was looked for before: {}", e.toString());
      return List.of();
    }
  }
}
