package dev.tandem.deals;

import dev.tandem.deals.StageReading.Basis;
import dev.tandem.identity.UserId;
import dev.tandem.taxonomy.Glossary;
import dev.tandem.taxonomy.GlossaryChanged;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The map with people's entries in the database, over the shipped defaults. */
@Repository
class JdbcStageMap implements StageMap {
  private static final Pattern LEADING_NUMBER = Pattern.compile("^\\d+ (?=\\p{L})");

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher publisher;
  private final GlossaryStages glossary;
  private final List<Entry> shipped = ShippedStages.load();
  private final Map<String, JourneyStage> shippedByKey = new HashMap<>();
  private volatile @Nullable Map<String, Entry> own;
  private volatile @Nullable Map<String, Double> shareOfWay;

  JdbcStageMap(
      JdbcClient jdbc, Clock clock, ApplicationEventPublisher publisher, Glossary glossary) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.publisher = publisher;
    this.glossary = new GlossaryStages(glossary);
    shipped.forEach(entry -> shippedByKey.putIfAbsent(key(entry.salesStage()), entry.stage()));
  }

  @Override
  public StageReading read(@Nullable String salesStage, Outcome outcome) {
    var known = salesStage == null ? Optional.<JourneyStage>empty() : lookup(salesStage);
    if (outcome == Outcome.WON)
      return new StageReading(
          JourneyStage.POST_SALE,
          known.filter(stage -> stage == JourneyStage.POST_SALE).isPresent()
              ? Basis.MAPPED
              : Basis.GUESSED);
    if (salesStage == null || salesStage.isBlank()) return StageReading.UNKNOWN;
    return known
        .map(stage -> new StageReading(stage, Basis.MAPPED))
        .or(() -> guess(salesStage).map(stage -> new StageReading(stage, Basis.GUESSED)))
        .orElse(StageReading.UNKNOWN);
  }

  private Optional<JourneyStage> lookup(String salesStage) {
    var key = key(salesStage);
    var decided = own().get(key);
    if (decided != null) return Optional.of(decided.stage());
    return glossary
        .named(key)
        .or(() -> Optional.ofNullable(shippedByKey.get(key)))
        .or(() -> JourneyStage.parse(salesStage));
  }

  private Optional<JourneyStage> guess(String salesStage) {
    return glossary
        .within(salesStage)
        .or(() -> StageGuess.byWords(salesStage))
        .or(() -> StageGuess.byPercentage(salesStage))
        .or(
            () ->
                Optional.ofNullable(shareOfWay().get(Term.normalize(salesStage)))
                    .map(StageGuess::byShareOfWay));
  }

  @Override
  public List<Entry> entries() {
    var entries = new ArrayList<>(own().values());
    entries.sort(Comparator.comparing(Entry::salesStage, String.CASE_INSENSITIVE_ORDER));
    entries.addAll(shipped);
    return entries;
  }

  @Override
  public List<Unmapped> unmapped() {
    return jdbc
        .sql(
            "select sales_stage, count(*) from opportunity where sales_stage is not null"
                + " group by sales_stage order by count(*) desc, sales_stage")
        .query(
            (row, n) ->
                new Unmapped(
                    row.getString(1), row.getLong(2), read(row.getString(1), Outcome.OPEN)))
        .list() // a stream of rows keeps its connection until somebody closes it
        .stream()
        .filter(stage -> stage.guess().basis() != Basis.MAPPED)
        .toList();
  }

  @Override
  public void put(String salesStage, JourneyStage stage, @Nullable UserId by) {
    var name = salesStage.strip();
    if (key(name).isEmpty()
        || name.length() > 200
        || name.chars().anyMatch(Character::isISOControl))
      throw new IllegalArgumentException("a sales stage has 1 to 200 characters: '" + name + "'");
    jdbc.sql(
            """
            insert into stage_map (name_key, name, journey_stage, changed_by, changed_at)
            values (:key, :name, :stage, :by, :at)
            on conflict (name_key) do update set name = excluded.name,
              journey_stage = excluded.journey_stage, changed_by = excluded.changed_by,
              changed_at = excluded.changed_at
            """)
        .param("key", key(name))
        .param("name", name)
        .param("stage", stage.id())
        .param("by", by == null ? null : by.value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    changed();
  }

  @Override
  public void remove(String salesStage) {
    jdbc.sql("delete from stage_map where name_key = :key").param("key", key(salesStage)).update();
    changed();
  }

  private void changed() {
    own = null;
    publisher.publishEvent(new OpportunitiesChanged(Set.of()));
  }

  /** A word that names a stage holds for every deal at once, like a change of the map. */
  @EventListener
  void on(GlossaryChanged changed) {
    if (glossary.changed()) changed();
  }

  @Override
  public List<Entry> glossary() {
    return glossary.entries();
  }

  /** To be called when names or histories were added: the order of the names seen may differ. */
  void forgetOrder() {
    shareOfWay = null;
  }

  private Map<String, Entry> own() {
    var known = own;
    if (known != null) return known;
    var read = new HashMap<String, Entry>();
    jdbc.sql("select name_key, name, journey_stage from stage_map")
        .query(
            row -> {
              var stage = JourneyStage.parse(row.getString(3)).orElseThrow();
              read.put(row.getString(1), new Entry(null, row.getString(2), null, stage));
            });
    own = read;
    return read;
  }

  /** By normalized name, how much of the way lies behind a deal there, in [0, 1]. */
  private Map<String, Double> shareOfWay() {
    var known = shareOfWay;
    if (known != null) return known;
    var read = new HashMap<String, Double>();
    jdbc.sql(
            """
            select sales_stage, avg((place - 1.0) / (places - 1)) from (
              select sales_stage,
                row_number() over (partition by deal order by entered_at) as place,
                count(*) over (partition by deal) as places
              from stage_history) as passed
            where places > 1 group by sales_stage
            """)
        .query(
            row -> {
              read.put(Term.normalize(row.getString(1)), row.getDouble(2));
            });
    var numbered = new HashMap<String, Integer>();
    jdbc.sql(
            "select sales_stage from opportunity where sales_stage is not null"
                + " union select sales_stage from stage_history")
        .query(String.class)
        .list()
        .forEach(
            name -> StageGuess.number(name).ifPresent(n -> numbered.put(Term.normalize(name), n)));
    int last = numbered.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (numbered.size() > 1)
      numbered.forEach((name, n) -> read.put(name, Math.max(0, (n - 0.5) / Math.max(1, last))));
    shareOfWay = read;
    return read;
  }

  /** How names are compared. */
  static String key(String salesStage) {
    var name = Term.normalize(salesStage);
    return LEADING_NUMBER.matcher(name).replaceFirst("").replace(" ", "");
  }
}
