package dev.tandem.deals.crm;

import dev.tandem.deals.crm.SyncReport.Counts;
import dev.tandem.deals.crm.SyncReport.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcSyncStore implements SyncStore {
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final TransactionTemplate transaction;
  private final Clock clock;

  JdbcSyncStore(
      JdbcClient jdbc,
      NamedParameterJdbcTemplate batches,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public SyncCursor cursor(String source) {
    return jdbc.sql("select cursor from sync_source where name = :source")
        .param("source", source)
        .query(String.class)
        .optional()
        .map(json -> new SyncCursor(JsonMapper.shared().readValue(json, TEXTS)))
        .orElse(SyncCursor.START);
  }

  @Override
  public void save(String source, SyncCursor cursor) {
    jdbc.sql(
            """
            insert into sync_source (name, cursor, changed_at) values (:source, :cursor::jsonb, :at)
            on conflict (name) do update set cursor = excluded.cursor, changed_at = excluded.changed_at
            """)
        .param("source", source)
        .param("cursor", JsonMapper.shared().writeValueAsString(new TreeMap<>(cursor.marks())))
        .param("at", at(clock.instant()))
        .update();
  }

  @Override
  public Optional<Instant> notBefore(String source) {
    return jdbc.sql(
            "select not_before from sync_source where name = :source and not_before is not null")
        .param("source", source)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  @Override
  public void waitUntil(String source, @Nullable Instant moment) {
    jdbc.sql(
            """
            insert into sync_source (name, not_before, changed_at) values (:source, :until, :at)
            on conflict (name) do update set not_before = excluded.not_before
            """)
        .param("source", source)
        .param("until", moment == null ? null : at(moment))
        .param("at", at(clock.instant()))
        .update();
  }

  @Override
  public Map<String, Heard> heard(String source, Collection<String> crmIds) {
    var heard = new HashMap<String, Heard>();
    jdbc.sql(
            "select crm_id, modified_at, removed, merged_into from sync_record"
                + " where source = :source and crm_id = any(:ids)")
        .param("source", source)
        .param("ids", crmIds.toArray(String[]::new))
        .query(
            row -> {
              heard.put(
                  Objects.requireNonNull(row.getString(1)),
                  new Heard(
                      Objects.requireNonNull(instant(row, "modified_at")),
                      row.getBoolean(3),
                      row.getString(4)));
            });
    return heard;
  }

  @Override
  public void hear(String source, Map<String, Heard> records) {
    batch(
        """
        insert into sync_record (source, crm_id, modified_at, removed, merged_into)
        values (:source, :id, :modified, :removed, :into)
        on conflict (source, crm_id) do update set modified_at = excluded.modified_at,
          removed = excluded.removed, merged_into = excluded.merged_into
        """,
        records.entrySet().stream()
            .map(
                record ->
                    new MapSqlParameterSource("source", source)
                        .addValue("id", record.getKey())
                        .addValue("modified", at(record.getValue().modifiedAt()))
                        .addValue("removed", record.getValue().removed())
                        .addValue("into", record.getValue().mergedInto()))
            .toList());
  }

  @Override
  public int seen(String source, String listing, Collection<String> crmIds) {
    var ids = crmIds.toArray(String[]::new);
    int returned =
        jdbc.sql(
                "delete from sync_record where source = :source and crm_id = any(:ids)"
                    + " and removed and merged_into is null")
            .param("source", source)
            .param("ids", ids)
            .update();
    jdbc.sql(
            "update sync_record set seen_in = :listing"
                + " where source = :source and crm_id = any(:ids)")
        .param("listing", listing)
        .param("source", source)
        .param("ids", ids)
        .update();
    return returned;
  }

  @Override
  public Map<String, Heard> unseen(String source, String listing) {
    var unseen = new TreeMap<String, Heard>();
    jdbc.sql(
            "select crm_id, modified_at from sync_record where source = :source and not removed"
                + " and seen_in is distinct from :listing")
        .param("source", source)
        .param("listing", listing)
        .query(
            row -> {
              unseen.put(
                  Objects.requireNonNull(row.getString(1)),
                  new Heard(Objects.requireNonNull(instant(row, "modified_at")), false, null));
            });
    return unseen;
  }

  @Override
  public long countHeard(String source) {
    return jdbc.sql("select count(*) from sync_record where source = :source and not removed")
        .param("source", source)
        .query(Long.class)
        .single();
  }

  @Override
  public long begin(String source, boolean dry, Instant at) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              jdbc.sql(
                      """
                      update sync_run set finished_at = :at, failure = 'the program ended in the middle of it',
                        advice = 'Nothing to do: the next run went on where this one stopped.'
                      where source = :source and finished_at is null
                      """)
                  .param("source", source)
                  .param("at", at(at))
                  .update();
              // half a year of runs is enough for anybody
              jdbc.sql("delete from sync_run where source = :source and started_at < :old")
                  .param("source", source)
                  .param("old", at(at).minusDays(180))
                  .update();
              return jdbc.sql(
                      "insert into sync_run (source, started_at, dry) values (:source, :at, :dry)"
                          + " returning id")
                  .param("source", source)
                  .param("at", at(at))
                  .param("dry", dry)
                  .query(Long.class)
                  .single();
            }));
  }

  @Override
  public void update(long run, SyncReport report) {
    var counts = report.counts();
    jdbc.sql(
            """
            update sync_run set finished_at = :finished, added = :added, changed = :changed,
              unchanged = :unchanged, removed = :removed, merged = :merged, stale = :stale,
              refused = :refused, failure = :failure, advice = :advice, notes = :notes
            where id = :run
            """)
        .param("run", run)
        .param("finished", report.finishedAt() == null ? null : at(report.finishedAt()))
        .param("added", counts.added())
        .param("changed", counts.changed())
        .param("unchanged", counts.unchanged())
        .param("removed", counts.removed())
        .param("merged", counts.merged())
        .param("stale", counts.stale())
        .param("refused", counts.refused())
        .param("failure", report.failure())
        .param("advice", report.advice())
        .param("notes", report.notes().toArray(String[]::new))
        .update();
  }

  @Override
  public List<SyncReport> runs(String source, int limit) {
    return jdbc.sql("select * from sync_run where source = :source order by id desc limit :limit")
        .param("source", source)
        .param("limit", limit)
        .query(JdbcSyncStore::report)
        .list();
  }

  private static SyncReport report(ResultSet row, int number) throws SQLException {
    return new SyncReport(
        row.getString("source"),
        Objects.requireNonNull(instant(row, "started_at")),
        instant(row, "finished_at"),
        row.getBoolean("dry"),
        new Counts(
            row.getLong("added"),
            row.getLong("changed"),
            row.getLong("unchanged"),
            row.getLong("removed"),
            row.getLong("merged"),
            row.getLong("stale"),
            row.getLong("refused")),
        row.getString("failure"),
        row.getString("advice"),
        List.of((String[]) row.getArray("notes").getArray()));
  }

  @Override
  public void complain(Collection<Problem> problems) {
    batch(
        """
        insert into sync_problem (source, crm_id, column_name, problem, advice, since)
        values (:source, :id, :column, :problem, :advice, :since)
        on conflict (source, crm_id) do update set column_name = excluded.column_name,
          problem = excluded.problem, advice = excluded.advice
        """,
        problems.stream()
            .map(
                problem ->
                    new MapSqlParameterSource("source", problem.source())
                        .addValue("id", problem.crmId())
                        .addValue("column", problem.column())
                        .addValue("problem", problem.problem())
                        .addValue("advice", problem.advice())
                        .addValue("since", at(problem.since())))
            .toList());
  }

  private void batch(String sql, List<MapSqlParameterSource> rows) {
    if (rows.isEmpty()) return;
    var _ = batches.batchUpdate(sql, rows.toArray(MapSqlParameterSource[]::new));
  }

  @Override
  public void settle(String source, Collection<String> crmIds) {
    if (crmIds.isEmpty()) return;
    jdbc.sql("delete from sync_problem where source = :source and crm_id = any(:ids)")
        .param("source", source)
        .param("ids", crmIds.toArray(String[]::new))
        .update();
  }

  @Override
  public List<Problem> problems(String source, int limit) {
    return jdbc.sql(
            "select * from sync_problem where source = :source order by since, crm_id limit :limit")
        .param("source", source)
        .param("limit", limit)
        .query(
            (row, number) ->
                new Problem(
                    row.getString("source"),
                    row.getString("crm_id"),
                    row.getString("column_name"),
                    row.getString("problem"),
                    row.getString("advice"),
                    Objects.requireNonNull(instant(row, "since"))))
        .list();
  }

  @Override
  public long countProblems(String source) {
    return jdbc.sql("select count(*) from sync_problem where source = :source")
        .param("source", source)
        .query(Long.class)
        .single();
  }

  @Override
  public Map<String, String> chosenFields(String source) {
    var fields = new TreeMap<String, String>();
    jdbc.sql("select column_name, field from sync_mapping where source = :source")
        .param("source", source)
        .query(
            row -> {
              fields.put(
                  Objects.requireNonNull(row.getString(1)),
                  Objects.requireNonNull(row.getString(2)));
            });
    return fields;
  }

  @Override
  public void choose(String source, Map<String, String> fields, @Nullable String who) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("delete from sync_mapping where source = :source")
              .param("source", source)
              .update();
          batch(
              """
              insert into sync_mapping (source, column_name, field, changed_by, changed_at)
              values (:source, :column, :field, :who, :at)
              """,
              fields.entrySet().stream()
                  .map(
                      field ->
                          new MapSqlParameterSource("source", source)
                              .addValue("column", field.getKey())
                              .addValue("field", field.getValue())
                              .addValue("who", who)
                              .addValue("at", at(clock.instant())))
                  .toList());
        });
  }

  @Override
  public void startOver(String source) {
    jdbc.sql("update sync_source set cursor = '{}', not_before = null where name = :source")
        .param("source", source)
        .update();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
