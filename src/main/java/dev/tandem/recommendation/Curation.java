package dev.tandem.recommendation;

import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.library.AssetId;
import dev.tandem.recommendation.curation.CurationRule;
import dev.tandem.recommendation.curation.CurationRule.Kind;
import dev.tandem.recommendation.curation.CurationRules;
import dev.tandem.recommendation.curation.CurationSettings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Finds which of marketing's rules are due for a request, and whether they act on it. */
@Component
@EnableConfigurationProperties(CurationSettings.class)
class Curation {
  /** Match, relative to the best one, from which on an asset answers what a rep typed. */
  private static final double ANSWERS = 0.5;

  private static final Logger LOG = LoggerFactory.getLogger(Curation.class);

  private final CurationRules rules;
  private final Users users;
  private final CurationSettings settings;

  Curation(CurationRules rules, Users users, CurationSettings settings) {
    this.rules = rules;
    this.users = users;
    this.settings = settings;
  }

  /**
   * The rules of one request, at most one an asset: of several the narrowest, then the newest.
   *
   * @param leftOut whether this visit is one of those on which no rule acts
   * @param share how many visits are such, in [0, 0.5]
   */
  record Due(Map<AssetId, CurationRule> rules, boolean leftOut, double share) {
    static final Due NONE = new Due(Map.of(), false, 0);

    /** Come in although nothing else brings them, unless the rep says what to look for. */
    Set<AssetId> brought(Situation situation) {
      if (situation.hasQuery()) return Set.of();
      var pinned = new HashSet<AssetId>();
      rules.forEach(
          (asset, rule) -> {
            if (rule.wanted().kind() == Kind.PIN) pinned.add(asset);
          });
      return pinned;
    }
  }

  Due due(Situation situation) {
    try {
      return find(situation);
    } catch (RuntimeException e) {
      LOG.warn("Recommending without marketing's rules, which could not be read: {}", e.toString());
      return Due.NONE;
    }
  }

  private Due find(Situation situation) {
    var request = situation.request();
    var found = request.found();
    if (found != null && found.inOrder()) return Due.NONE; // shown as the rep sorted it
    var holding = rules.on(situation.today());
    if (holding.isEmpty()) return Due.NONE;
    var team = new TeamOf(request.rep(), users);
    var due = new LinkedHashMap<AssetId, CurationRule>();
    for (var rule : holding) {
      var segment = rule.wanted().segment();
      if (segment.holds(situation.deal(), segment.team() == null ? "" : team.get()))
        due.putIfAbsent(rule.wanted().asset(), rule);
    }
    return new Due(due, isLeftOut(situation), settings.leftOut());
  }

  /**
   * By chance, but the same for a rep on one deal all day, so that content does not come and go
   * with each look.
   */
  private boolean isLeftOut(Situation situation) {
    long seed =
        Objects.hash(
            situation.request().rep().value(),
            String.valueOf(situation.deal().deal()),
            situation.today().toEpochDay());
    return new SplittableRandom(seed).nextDouble() < settings.leftOut();
  }

  /** A rule as it is shown where it acts. */
  Slate.Curated told(CurationRule rule) {
    var wanted = rule.wanted();
    var by = rule.madeBy();
    return new Slate.Curated(
        rule.id(),
        wanted.kind(),
        users.find(by).map(account -> account.user().displayName()).orElse(by.value()),
        wanted.until(),
        wanted.reason());
  }

  /** Says it before the reasons of the ranking. */
  static List<Slate.Reason> mark(List<Slate.Reason> reasons, Slate.@Nullable Curated decided) {
    if (decided == null) return reasons;
    var said = new Slate.Reason(decided.kind().code(), decided.words());
    return Stream.concat(Stream.of(said), reasons.stream()).toList();
  }

  /** Looked up only when a rule asks for it. */
  private static final class TeamOf implements Supplier<String> {
    private final UserId rep;
    private final Users users;
    private @Nullable String team;

    TeamOf(UserId rep, Users users) {
      this.rep = rep;
      this.users = users;
    }

    @Override
    public String get() {
      var known = team;
      if (known == null) team = known = users.find(rep).map(each -> each.team()).orElse("");
      return known;
    }
  }

  /**
   * The rules whose assets are among the candidates, in the order of the rules. Where a rep typed
   * words, a pin needs an asset that answers them at least half as well as the best.
   */
  static List<CurationRule> among(Due due, List<Ranked> ranked, boolean inWords) {
    var present = new HashMap<AssetId, Match>();
    for (var each : ranked) present.put(each.traits().id(), each.candidate().query());
    return due.rules().values().stream()
        .filter(
            rule -> {
              var match = present.get(rule.wanted().asset());
              if (match == null) return false;
              return !inWords
                  || rule.wanted().kind() != Kind.PIN
                  || Math.max(match.words(), match.meaning()) >= ANSWERS;
            })
        .toList();
  }
}
