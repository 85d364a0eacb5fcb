package dev.tandem.recommendation.ui;

import dev.tandem.identity.User;
import dev.tandem.search.PastSearches;
import dev.tandem.taxonomy.Audience;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What may be looked for again; search itself does not wait or fail for it. */
@Component
class SearchStart {
  private static final Logger LOG = LoggerFactory.getLogger(SearchStart.class);
  private static final int RECENT = 5, POPULAR = 5;

  private final PastSearches past;

  SearchStart(PastSearches past) {
    this.past = past;
  }

  /**
   * @param popular without those that are recent
   */
  record Again(List<String> recent, List<String> popular) {}

  Again of(User user, Set<Audience> audiences) {
    try {
      var recent = past.recent(user.id(), RECENT);
      var popular =
          past.popular(user.id(), audiences, RECENT + POPULAR).stream()
              .filter(words -> recent.stream().noneMatch(words::equalsIgnoreCase))
              .limit(POPULAR)
              .toList();
      return new Again(recent, popular);
    } catch (RuntimeException e) {
      LOG.warn("Searching without what was looked for before: {}", e.toString());
      return new Again(List.of(), List.of());
    }
  }

  List<String> complete(String typed, User user, Set<Audience> audiences, int limit) {
    try {
      return past.complete(typed, user.id(), audiences, limit);
    } catch (RuntimeException e) {
      LOG.warn("Completing without what was looked for before: {}", e.toString());
      return List.of();
    }
  }
}
