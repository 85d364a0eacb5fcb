package dev.tandem.insight;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the read model, as they are written. */
@Repository
class EventTable {

  record SlateRow(
      String slate,
      Instant at,
      String surface,
      String rep,
      @Nullable String deal,
      @Nullable String query,
      @Nullable String stage,
      List<String> assets,
      @Nullable Double best,
      @Nullable String model,
      Experiment experiment) {
    SlateRow {
      assets = List.copyOf(assets);
    }
  }

  /**
   * The randomised part a slate belongs to: the only place from which figures may be called
   * effects.
   *
   * @param arm null for a slate outside of any experiment
   * @param teams whose choice each item was, by position; empty for none
   * @param tried the asset that was tried out, empty where one might have been, null otherwise
   * @param chance in (0, 1) that it came out so; null where that is not known
   * @param pool the assets that might have been tried out; empty where that is not known
   */
  record Experiment(
      @Nullable String arm,
      List<String> teams,
      @Nullable String tried,
      @Nullable Double chance,
      List<Possible> pool) {
    static final Experiment NONE = new Experiment(null, List.of(), null, null, List.of());

    Experiment {
      teams = List.copyOf(teams);
      pool = List.copyOf(pool);
    }
  }

  /**
   * @param chance in (0, 1) that it is drawn
   * @param anew whether it is not on the slate unless it is drawn
   */
  record Possible(String asset, double chance, boolean anew) {}

  record EventRow(
      long sequence,
      String key,
      Instant at,
      Action action,
      String asset,
      @Nullable String rep,
      @Nullable String deal,
      @Nullable String stage,
      @Nullable String slate,
      @Nullable String share,
      @Nullable Double seconds,
      @Nullable String reason,
      @Nullable Integer position) {}

  /** Stands between the assets of a slate on their way to the database; no id contains it. */
  private static final String SEPARATOR = "\u001f";

  private static final RowMapper<EventRow> EVENT =
      (row, n) ->
          new EventRow(
              row.getLong("sequence"),
              row.getString("key"),
              row.getTimestamp("at").toInstant(),
              Action.valueOf(row.getString("action").toUpperCase(java.util.Locale.ROOT)),
              row.getString("asset"),
              row.getString("rep"),
              row.getString("deal"),
              row.getString("stage"),
              row.getString("slate"),
              row.getString("share"),
              row.getObject("seconds", Double.class),
              row.getString("reason"),
              row.getObject("position", Integer.class));

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  EventTable(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  long progress() {
    return jdbc.sql("select sequence from insight_progress").query(Long.class).single();
  }

  void setProgress(long sequence) {
    jdbc.sql("update insight_progress set sequence = ?").param(sequence).update();
  }

  /** The zone in which the days were folded; empty when they never were. */
  String zone() {
    return jdbc.sql("select zone from insight_progress").query(String.class).single();
  }

  void setZone(String zone) {
    jdbc.sql("update insight_progress set zone = ?").param(zone).update();
  }

  void clear() {
    batches.execute("truncate insight_event, insight_slate");
    setProgress(0);
  }

  Map<String, SlateRow> slates(Collection<String> ids) {
    var found = new HashMap<String, SlateRow>();
    if (ids.isEmpty()) return found;
    jdbc.sql("select * from insight_slate where slate = any(?)")
        .param(ids.toArray(String[]::new))
        .query(
            (row, n) ->
                new SlateRow(
                    row.getString("slate"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("surface"),
                    row.getString("rep"),
                    row.getString("deal"),
                    row.getString("query"),
                    row.getString("stage"),
                    List.of((String[]) row.getArray("assets").getArray()),
                    row.getObject("best", Double.class),
                    row.getString("model"),
                    new Experiment(
                        row.getString("arm"),
                        List.of((String[]) row.getArray("teams").getArray()),
                        row.getString("tried"),
                        row.getObject("chance", Double.class),
                        List.of())))
        .list()
        .forEach(row -> found.put(row.slate(), row));
    return found;
  }

  /** The sending of each of these shares. */
  Map<String, EventRow> shares(Collection<String> ids) {
    var found = new HashMap<String, EventRow>();
    if (ids.isEmpty()) return found;
    jdbc.sql("select * from insight_event where action = 'share' and share = any(?)")
        .param(ids.toArray(String[]::new))
        .query(EVENT)
        .list()
        .forEach(row -> found.put(String.valueOf(row.share()), row));
    return found;
  }

  void addSlates(List<SlateRow> rows) {
    if (rows.isEmpty()) return;
    jdbc.sql(
            """
            insert into insight_slate (slate, at, surface, rep, deal, query, stage, assets, best,
              model, arm, teams, tried, chance, pool, pool_chance, pool_new)
            select slate, at::timestamptz, surface, rep, deal, query, stage,
              string_to_array(assets, chr(31)), best, model, arm, string_to_array(teams, chr(31)),
              tried, chance, string_to_array(pool, chr(31)),
              string_to_array(pool_chance, chr(31))::double precision[],
              string_to_array(pool_new, chr(31))::boolean[]
            from unnest(:slate, :at, :surface, :rep, :deal, :query, :stage, :assets, :best, :model,
              :arm, :teams, :tried, :chance, :pool, :pool_chance, :pool_new) as row (slate, at,
              surface, rep, deal, query, stage, assets, best, model, arm, teams, tried, chance, pool,
              pool_chance, pool_new)
            on conflict do nothing
            """)
        .param("slate", texts(rows, SlateRow::slate))
        .param("at", texts(rows, row -> row.at().toString()))
        .param("surface", texts(rows, SlateRow::surface))
        .param("rep", texts(rows, SlateRow::rep))
        .param("deal", texts(rows, SlateRow::deal))
        .param("query", texts(rows, SlateRow::query))
        .param("stage", texts(rows, SlateRow::stage))
        .param("assets", texts(rows, row -> String.join(SEPARATOR, row.assets())))
        .param("best", column(rows, SlateRow::best, Double[]::new))
        .param("model", texts(rows, SlateRow::model))
        .param("arm", texts(rows, row -> row.experiment().arm()))
        .param("teams", texts(rows, row -> String.join(SEPARATOR, row.experiment().teams())))
        .param("tried", texts(rows, row -> row.experiment().tried()))
        .param("chance", column(rows, row -> row.experiment().chance(), Double[]::new))
        .param("pool", texts(rows, row -> joined(row, Possible::asset)))
        .param("pool_chance", texts(rows, row -> joined(row, Possible::chance)))
        .param("pool_new", texts(rows, row -> joined(row, Possible::anew)))
        .update();
  }

  private static String joined(SlateRow row, Function<Possible, Object> part) {
    return row.experiment().pool().stream()
        .map(part)
        .map(String::valueOf)
        .collect(Collectors.joining(SEPARATOR));
  }

  void addEvents(List<EventRow> rows) {
    if (rows.isEmpty()) return;
    jdbc.sql(
            """
            insert into insight_event (sequence, key, at, action, asset, rep, deal, stage, slate,
              share, seconds, reason, position)
            select sequence, key, at::timestamptz, action, asset, rep, deal, stage, slate, share,
              seconds, reason, position
            from unnest(:sequence, :key, :at, :action, :asset, :rep, :deal, :stage, :slate, :share,
              :seconds, :reason, :position) as row (sequence, key, at, action, asset, rep, deal,
              stage, slate, share, seconds, reason, position)
            on conflict do nothing
            """)
        .param("sequence", column(rows, EventRow::sequence, Long[]::new))
        .param("key", texts(rows, EventRow::key))
        .param("at", texts(rows, row -> row.at().toString()))
        .param("action", texts(rows, row -> row.action().id()))
        .param("asset", texts(rows, EventRow::asset))
        .param("rep", texts(rows, EventRow::rep))
        .param("deal", texts(rows, EventRow::deal))
        .param("stage", texts(rows, EventRow::stage))
        .param("slate", texts(rows, EventRow::slate))
        .param("share", texts(rows, EventRow::share))
        .param("seconds", column(rows, EventRow::seconds, Double[]::new))
        .param("reason", texts(rows, EventRow::reason))
        .param("position", column(rows, EventRow::position, Integer[]::new))
        .update();
  }

  private static <R> @Nullable String[] texts(List<R> rows, Function<R, @Nullable String> column) {
    return column(rows, column, String[]::new);
  }

  private static <R, V> @Nullable V[] column(
      List<R> rows, Function<R, @Nullable V> column, IntFunction<@Nullable V[]> array) {
    return rows.stream().map(column).toArray(array);
  }

  /**
   * @return the deals the events belonged to
   */
  List<String> retract(List<String> keys) {
    if (keys.isEmpty()) return List.of();
    return jdbc
        .sql("delete from insight_event where key = any(?) returning coalesce(deal, '')")
        .param(keys.toArray(String[]::new))
        .query(String.class)
        .list()
        .stream()
        .filter(deal -> !deal.isEmpty())
        .toList();
  }

  /** When these events happened, and when the slates were served or seen that they belong to. */
  List<Instant> moments(Collection<String> keys, Collection<String> slates) {
    if (keys.isEmpty() && slates.isEmpty()) return List.of();
    return jdbc.sql(
            """
            with touched as (
              select at, slate from insight_event where key = any(:keys)),
            slates as (
              select slate from touched where slate is not null union select unnest(:slates))
            select at from touched
            union select at from insight_slate where slate in (select slate from slates)
            union select at from insight_event
              where slate in (select slate from slates) and action = 'impression'
            """)
        .param("keys", keys.toArray(String[]::new))
        .param("slates", slates.toArray(String[]::new))
        .query((row, n) -> row.getTimestamp("at").toInstant())
        .list();
  }
}
