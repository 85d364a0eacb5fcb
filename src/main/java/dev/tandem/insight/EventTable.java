package dev.tandem.insight;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
   * effects. Nothing writes it yet; both are null for a slate outside of any experiment.
   */
  record Experiment(@Nullable String arm, @Nullable String team) {
    static final Experiment NONE = new Experiment(null, null);
  }

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
                    new Experiment(row.getString("arm"), row.getString("team"))))
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
    batches.batchUpdate(
        "insert into insight_slate (slate, at, surface, rep, deal, query, stage, assets, best,"
            + " model, arm, team) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict do nothing",
        rows,
        500,
        (statement, row) -> {
          statement.setString(1, row.slate());
          statement.setTimestamp(2, Timestamp.from(row.at()));
          statement.setString(3, row.surface());
          statement.setString(4, row.rep());
          statement.setString(5, row.deal());
          statement.setString(6, row.query());
          statement.setString(7, row.stage());
          statement.setObject(8, row.assets().toArray(String[]::new));
          statement.setObject(9, row.best());
          statement.setString(10, row.model());
          statement.setString(11, row.experiment().arm());
          statement.setString(12, row.experiment().team());
        });
  }

  void addEvents(List<EventRow> rows) {
    batches.batchUpdate(
        "insert into insight_event (sequence, key, at, action, asset, rep, deal, stage, slate,"
            + " share, seconds, reason, position) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict do nothing",
        rows,
        500,
        (statement, row) -> {
          statement.setLong(1, row.sequence());
          statement.setString(2, row.key());
          statement.setTimestamp(3, Timestamp.from(row.at()));
          statement.setString(4, row.action().id());
          statement.setString(5, row.asset());
          statement.setString(6, row.rep());
          statement.setString(7, row.deal());
          statement.setString(8, row.stage());
          statement.setString(9, row.slate());
          statement.setString(10, row.share());
          statement.setObject(11, row.seconds());
          statement.setString(12, row.reason());
          statement.setObject(13, row.position());
        });
  }

  void retract(List<String> keys) {
    if (keys.isEmpty()) return;
    jdbc.sql("delete from insight_event where key = any(?)")
        .param(keys.toArray(String[]::new))
        .update();
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
