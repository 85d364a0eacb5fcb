package dev.tandem.library.sources;

import dev.tandem.library.AssetId;
import dev.tandem.library.sources.SourceReport.Counts;
import dev.tandem.library.sources.SourceReport.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSourceStore implements SourceStore {
  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcSourceStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public @Nullable String mark(String source) {
    return jdbc.sql("select mark from source_state where name = ? and mark is not null")
        .param(source)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  @Override
  public void saveMark(String source, @Nullable String mark) {
    jdbc.sql("update source_state set mark = :mark, changed_at = :at where name = :source")
        .param("mark", mark)
        .param("at", at(clock.instant()))
        .param("source", source)
        .update();
  }

  @Override
  public long nextScan(String source) {
    return jdbc.sql(
            """
            insert into source_state (name, scan, changed_at) values (:source, 1, :at)
            on conflict (name) do update set scan = source_state.scan + 1 returning scan
            """)
        .param("source", source)
        .param("at", at(clock.instant()))
        .query(Long.class)
        .single();
  }

  @Override
  public Optional<Known> find(String source, String key) {
    return jdbc.sql("select * from source_item where source = ? and key = ?")
        .params(source, key)
        .query(JdbcSourceStore::known)
        .optional();
  }

  private static Known known(ResultSet row, int number) throws SQLException {
    var asset = row.getString("asset");
    var version = row.getString("version");
    return new Known(
        row.getString("key"),
        version.isEmpty() ? null : version,
        row.getString("link"),
        asset == null ? null : new AssetId(asset),
        row.getBoolean("archived"),
        row.getString("problem"),
        row.getString("advice"),
        row.getLong("scan"));
  }

  @Override
  public void save(String source, Known item) {
    jdbc.sql(
            """
            insert into source_item
              (source, key, version, link, asset, archived, problem, advice, scan, seen_at)
            values (:source, :key, :version, :link, :asset, :archived, :problem, :advice, :scan, :at)
            on conflict (source, key) do update set version = excluded.version,
              link = excluded.link, asset = excluded.asset, archived = excluded.archived,
              problem = excluded.problem, advice = excluded.advice, scan = excluded.scan,
              seen_at = excluded.seen_at
            """)
        .param("source", source)
        .param("key", item.key())
        .param("version", Objects.requireNonNullElse(item.version(), ""))
        .param("link", item.link())
        .param("asset", item.asset() == null ? null : item.asset().value())
        .param("archived", item.archived())
        .param("problem", item.problem())
        .param("advice", item.advice())
        .param("scan", item.scan())
        .param("at", at(clock.instant()))
        .update();
  }

  @Override
  public void seen(String source, String key, long scan) {
    jdbc.sql(
            "update source_item set scan = :scan, seen_at = :at where source = :source and key = :key")
        .param("scan", scan)
        .param("at", at(clock.instant()))
        .param("source", source)
        .param("key", key)
        .update();
  }

  @Override
  public List<Known> notSeenIn(String source, long scan) {
    return jdbc.sql("select * from source_item where source = ? and scan < ? and not archived")
        .params(source, scan)
        .query(JdbcSourceStore::known)
        .list();
  }

  @Override
  public long countInForce(String source) {
    return jdbc.sql("select count(*) from source_item where source = ? and not archived")
        .param(source)
        .query(Long.class)
        .single();
  }

  @Override
  public long begin(String source, Instant at) {
    jdbc.sql(
            """
            update source_run set finished_at = :at, failure = 'the program ended in the middle of it',
              advice = 'Nothing to do: the next run goes on.'
            where source = :source and finished_at is null
            """)
        .param("source", source)
        .param("at", at(at))
        .update();
    jdbc.sql("delete from source_run where source = :source and started_at < :old")
        .param("source", source)
        .param("old", at(at).minusDays(180))
        .update();
    return jdbc.sql(
            "insert into source_run (source, started_at) values (:source, :at) returning id")
        .param("source", source)
        .param("at", at(at))
        .query(Long.class)
        .single();
  }

  @Override
  public void update(long run, SourceReport report) {
    var counts = report.counts();
    jdbc.sql(
            """
            update source_run set finished_at = :finished, published = :published,
              updated = :updated, unchanged = :unchanged, duplicate = :duplicate,
              rejected = :rejected, archived = :archived, restored = :restored,
              left_out = :left_out, failure = :failure, advice = :advice where id = :run
            """)
        .param("run", run)
        .param("finished", report.finishedAt() == null ? null : at(report.finishedAt()))
        .param("published", counts.published())
        .param("updated", counts.updated())
        .param("unchanged", counts.unchanged())
        .param("duplicate", counts.duplicate())
        .param("rejected", counts.rejected())
        .param("archived", counts.archived())
        .param("restored", counts.restored())
        .param("left_out", counts.leftOut())
        .param("failure", report.failure())
        .param("advice", report.advice())
        .update();
  }

  @Override
  public List<SourceReport> runs(String source, int limit) {
    return jdbc.sql("select * from source_run where source = ? order by id desc limit ?")
        .params(source, limit)
        .query(
            (row, number) ->
                new SourceReport(
                    row.getString("source"),
                    Objects.requireNonNull(instant(row, "started_at")),
                    instant(row, "finished_at"),
                    new Counts(
                        row.getLong("published"),
                        row.getLong("updated"),
                        row.getLong("unchanged"),
                        row.getLong("duplicate"),
                        row.getLong("rejected"),
                        row.getLong("archived"),
                        row.getLong("restored"),
                        row.getLong("left_out")),
                    row.getString("failure"),
                    row.getString("advice")))
        .list();
  }

  @Override
  public List<Problem> problems(String source, int limit) {
    return jdbc.sql(
            "select key, link, problem, advice from source_item where source = ?"
                + " and problem is not null and not archived order by key limit ?")
        .params(source, limit)
        .query(
            (row, number) ->
                new Problem(
                    row.getString("key"),
                    row.getString("link"),
                    row.getString("problem"),
                    Objects.requireNonNullElse(row.getString("advice"), "")))
        .list();
  }

  @Override
  public long countProblems(String source) {
    return jdbc.sql(
            "select count(*) from source_item where source = ? and problem is not null"
                + " and not archived")
        .param(source)
        .query(Long.class)
        .single();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
