package dev.tandem.recommendation.curation;

import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.recommendation.curation.Conflicts.Conflict;
import dev.tandem.recommendation.curation.CurationRule.Kind;
import dev.tandem.recommendation.curation.CurationRule.Wanted;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where marketers' words become rules, and rules are shown with what they do. */
@Service
public class CurationDesk {
  /** Those that are over go on to be listed up to this many. */
  private static final int LISTED = 500;

  private final CurationRules rules;
  private final CurationEffects effects;
  private final CurationSettings settings;
  private final Assets assets;
  private final Taxonomy taxonomy;
  private final Users users;
  private final Clock clock;

  CurationDesk(
      CurationRules rules,
      CurationEffects effects,
      CurationSettings settings,
      Assets assets,
      Taxonomy taxonomy,
      Users users,
      Clock clock) {
    this.rules = rules;
    this.effects = effects;
    this.settings = settings;
    this.assets = assets;
    this.taxonomy = taxonomy;
    this.users = users;
    this.clock = clock;
  }

  public enum State {
    ACTIVE,
    PLANNED,
    /** Its last day has passed. */
    EXPIRED,
    /** Somebody ended or replaced it. */
    ENDED;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param asset null when the library has it no longer
   * @param problem why it cannot act although it is active, null when it can
   */
  public record Listed(
      CurationRule rule,
      State state,
      @Nullable Asset asset,
      String madeBy,
      @Nullable String endedBy,
      CurationEffect effect,
      List<Conflict> conflicts,
      @Nullable String problem) {

    public String title() {
      return asset == null ? rule.wanted().asset().value() : asset.title().value();
    }
  }

  /**
   * As somebody wrote it; null and blank for what does not matter.
   *
   * @param points null for 1
   */
  public record Written(
      @Nullable String asset,
      @Nullable String kind,
      @Nullable Double points,
      @Nullable String stage,
      @Nullable String industry,
      @Nullable String persona,
      @Nullable String product,
      @Nullable String region,
      @Nullable String team,
      @Nullable String from,
      @Nullable String until,
      @Nullable String reason) {}

  /** The newest first. */
  public List<Listed> list() {
    var all = rules.all(LISTED);
    var measured = effects.of(all);
    var found = assets.findAll(all.stream().map(rule -> rule.wanted().asset()).distinct().toList());
    var names = new HashMap<UserId, String>();
    var today = today();
    var living = all.stream().filter(rule -> !rule.isOver(today)).toList();
    var listed = new ArrayList<Listed>();
    for (var rule : all) {
      var state = state(rule, today);
      var asset = found.get(rule.wanted().asset());
      var ended = rule.ended();
      boolean lives = state == State.ACTIVE || state == State.PLANNED;
      listed.add(
          new Listed(
              rule,
              state,
              asset,
              name(rule.madeBy(), names),
              ended == null ? null : name(ended.by(), names),
              measured.getOrDefault(rule.id(), CurationEffect.NOTHING_SEEN),
              lives ? Conflicts.of(rule.wanted(), rule.id(), living) : List.of(),
              lives ? problem(asset, today) : null));
    }
    return listed;
  }

  /** Share of visits that go without rules, in [0, 0.5]. */
  public double leftOut() {
    return settings.leftOut();
  }

  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Rules that what is planned would meet. */
  public List<Conflict> conflicts(Wanted wanted, @Nullable Long itself) {
    var today = today();
    return Conflicts.of(
        wanted, itself, rules.all(LISTED).stream().filter(rule -> !rule.isOver(today)).toList());
  }

  public CurationRule make(Wanted wanted, UserId by) {
    return rules.make(wanted, by);
  }

  public CurationRule replace(long id, Wanted wanted, UserId by) {
    return rules.replace(id, wanted, by);
  }

  public boolean end(long id, UserId by) {
    return rules.end(id, by);
  }

  private static State state(CurationRule rule, LocalDate today) {
    if (rule.ended() != null) return State.ENDED;
    if (rule.isOver(today)) return State.EXPIRED;
    return rule.holdsOn(today) ? State.ACTIVE : State.PLANNED;
  }

  private static @Nullable String problem(@Nullable Asset asset, LocalDate today) {
    if (asset == null) return "the library has this asset no longer";
    return asset.stateOn(today).recommendable()
        ? null
        : "the asset is not published, so nobody gets to see it";
  }

  private String name(UserId id, Map<UserId, String> known) {
    return known.computeIfAbsent(
        id,
        one -> users.find(one).map(account -> account.user().displayName()).orElse(one.value()));
  }

  /**
   * Makes sense of what was written.
   *
   * @throws IllegalArgumentException naming the field, what is wrong, and what belongs there
   */
  public Wanted read(Written written) {
    var kind =
        Kind.parse(required("kind", written.kind()))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "kind: expected pin, boost or bury, got '" + written.kind() + "'"));
    return new Wanted(
        asset(required("asset", written.asset())),
        kind,
        Objects.requireNonNullElse(written.points(), 1.0),
        new Segment(
            stage(written.stage()),
            term(Dimension.INDUSTRY, written.industry()),
            term(Dimension.PERSONA, written.persona()),
            term(Dimension.PRODUCT, written.product()),
            term(Dimension.REGION, written.region()),
            team(written.team())),
        day("from", written.from()),
        day("until", written.until()),
        required("reason", written.reason()));
  }

  private AssetId asset(String id) {
    var asset = new AssetId(id);
    if (assets.find(asset).isEmpty())
      throw new IllegalArgumentException("asset: there is none '" + id + "'");
    return asset;
  }

  private static @Nullable JourneyStage stage(@Nullable String name) {
    if (name == null || name.isBlank()) return null;
    return JourneyStage.parse(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "stage: expected awareness, consideration, decision or post_sale, got '"
                        + name
                        + "'"));
  }

  /** A name that no deal can have would make a rule that never acts. */
  private @Nullable Term term(Dimension dimension, @Nullable String name) {
    if (name == null || name.isBlank()) return null;
    return taxonomy
        .resolve(dimension, name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    dimension.id() + ": the vocabulary has no '" + name + "'"));
  }

  private @Nullable String team(@Nullable String name) {
    if (name == null || name.isBlank()) return null;
    return teams().stream()
        .filter(team -> team.equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("team: nobody is in a team '" + name + "'"));
  }

  /** Of all users. */
  public List<String> teams() {
    return users.all().stream()
        .map(account -> account.team().strip())
        .filter(team -> !team.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private static LocalDate day(String field, @Nullable String written) {
    try {
      return LocalDate.parse(required(field, written));
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException(
          field + ": '" + written + "' is no day such as 2026-12-31", wrong);
    }
  }

  private static String required(String field, @Nullable String value) {
    if (value == null || value.isBlank()) throw new IllegalArgumentException(field + ": missing");
    return value.strip();
  }
}
