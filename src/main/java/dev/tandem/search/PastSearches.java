package dev.tandem.search;

import dev.tandem.feedback.SearchTrails;
import dev.tandem.feedback.SearchTrails.Searched;
import dev.tandem.feedback.SearchTrails.Successful;
import dev.tandem.identity.Account;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.Term;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Searches worth doing again. One's own are always there. Those of others come only from one's own
 * team, only when they led to something, and only when several people typed the same, so that no
 * one's private words, such as a customer's name, are shown to anybody else. People without a team
 * count as one large team, of which more must have typed it.
 */
@Service
public class PastSearches {
  private static final Logger LOG = LoggerFactory.getLogger(PastSearches.class);
  private static final Duration WINDOW = Duration.ofDays(90);
  private static final int MOST_USES = 50_000, LONGEST = 120, LOOKED_BACK = 60;
  private static final int IN_A_TEAM = 2, WITHOUT_TEAM = 3, POPULAR = 3;

  private final SearchTrails trails;
  private final Users users;
  private final Assets assets;
  private final Clock clock;
  private volatile Known known = new Known(List.of(), Map.of());

  PastSearches(SearchTrails trails, Users users, Assets assets, Clock clock) {
    this.trails = trails;
    this.users = users;
    this.assets = assets;
    this.clock = clock;
  }

  /**
   * Reads the log anew: the last 90 days, at most 50,000 uses. Answers in between are up to a
   * minute old.
   */
  @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT1M")
  void refresh() {
    try {
      var uses = trails.successfulSince(clock.instant().minus(WINDOW), MOST_USES);
      var byWords = new LinkedHashMap<String, Past>();
      for (var use : uses)
        if (use.query().length() <= LONGEST)
          byWords.computeIfAbsent(key(use.query()), none -> new Past(use.query())).add(use);
      byWords.remove("");
      known = new Known(List.copyOf(byWords.values()), teams());
    } catch (RuntimeException e) {
      LOG.warn("Completing without new searches of the past: {}", e.toString());
    }
  }

  /** At most {@code limit} that continue what was typed, those that most people used first. */
  public List<String> complete(String typed, UserId asker, Set<Audience> audiences, int limit) {
    var start = key(typed);
    if (start.isEmpty()) return List.of();
    var now = known;
    return visible(
        now.past.stream()
            .filter(past -> past.continues(start) && now.mayShow(past, asker, false))
            .sorted(now.mostUsersFirst(asker))
            .limit(2L * limit)
            .toList(),
        audiences,
        asker,
        limit);
  }

  /** What at least three of the asker's team looked for with success, most people first. */
  public List<String> popular(UserId asker, Set<Audience> audiences, int limit) {
    var now = known;
    return visible(
        now.past.stream()
            .filter(past -> now.mayShow(past, asker, true))
            .sorted(now.mostUsersFirst(asker))
            .limit(2L * limit)
            .toList(),
        audiences,
        asker,
        limit);
  }

  /** What the asker looked for last, newest first; stops on the way to longer words left out. */
  public List<String> recent(UserId asker, int limit) {
    var shown = new LinkedHashMap<String, String>();
    String later = "";
    for (Searched searched : trails.by(asker, LOOKED_BACK)) {
      var words = key(searched.query());
      boolean onTheWay = !words.isEmpty() && later.startsWith(words);
      later = words;
      if (words.isEmpty() || onTheWay || searched.query().length() > LONGEST) continue;
      shown.putIfAbsent(words, searched.query());
      if (shown.size() == limit) break;
    }
    return List.copyOf(shown.values());
  }

  /** What was used must still be there for the asker: else the words would tell of it. */
  private List<String> visible(List<Past> found, Set<Audience> audiences, UserId asker, int limit) {
    if (found.isEmpty()) return List.of();
    var used = found.stream().flatMap(past -> past.used.stream()).collect(Collectors.toSet());
    var present = assets.findAll(used);
    var today = LocalDate.now(clock);
    return found.stream()
        .filter(past -> past.users.contains(asker) || past.showsIn(present, audiences, today))
        .limit(limit)
        .map(past -> past.words)
        .toList();
  }

  private Map<UserId, String> teams() {
    var teams = new HashMap<UserId, String>();
    for (Account account : users.all()) teams.put(account.user().id(), account.team().strip());
    return teams;
  }

  /** Spelled without case, accents aside, but with its conditions. */
  private static String key(String query) {
    return query.strip().replaceAll("\\s+", " ").toLowerCase(java.util.Locale.ROOT);
  }

  /** One search, by everyone who did it with success. */
  private static final class Past {
    private static final int ASSETS = 5;
    final String words;
    final Set<UserId> users = new HashSet<>();
    final Set<AssetId> used = new HashSet<>();

    Past(String words) {
      this.words = words;
    }

    void add(Successful use) {
      users.add(use.rep());
      if (used.size() < ASSETS) used.add(use.asset());
    }

    /** Whether the asker may see something of what it led to. */
    boolean showsIn(Map<AssetId, Asset> present, Set<Audience> audiences, LocalDate today) {
      for (var id : used) {
        var asset = present.get(id);
        if (asset != null
            && asset.stateOn(today).recommendable()
            && audiences.contains(asset.audience().value())) return true;
      }
      return false;
    }

    boolean continues(String start) {
      var all = key(words);
      if (all.length() <= start.length()) return false;
      return all.startsWith(start) || (" " + Term.normalize(all)).contains(" " + start);
    }
  }

  private record Known(List<Past> past, Map<UserId, String> teams) {
    boolean mayShow(Past past, UserId asker, boolean popular) {
      if (!popular && past.users.contains(asker)) return true;
      int needed = popular ? POPULAR : team(asker).isEmpty() ? WITHOUT_TEAM : IN_A_TEAM;
      return past.users.size() >= needed && colleagues(past, asker) >= needed;
    }

    Comparator<Past> mostUsersFirst(UserId asker) {
      return Comparator.comparingLong((Past past) -> colleagues(past, asker)).reversed();
    }

    private long colleagues(Past past, UserId asker) {
      Predicate<UserId> sameTeam = user -> team(user).equalsIgnoreCase(team(asker));
      return past.users.stream().filter(sameTeam).count();
    }

    private String team(UserId user) {
      return teams.getOrDefault(user, "");
    }
  }
}
