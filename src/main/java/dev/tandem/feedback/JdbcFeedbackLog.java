package dev.tandem.feedback;

import dev.tandem.feedback.EventWriter.Fate;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFeedbackLog implements FeedbackLog {
  /** Keeps the order of several processes on one database, too; any number nobody else uses. */
  private static final long WRITER_LOCK = 0x74616e64656dL;

  /** One statement, so one way to the database and back; the lock is held before any number is. */
  private static final String INSERT =
      """
      with held as materialized (
        select pg_advisory_xact_lock(:lock), set_config('synchronous_commit', 'on', true))
      insert into feedback_event (key, type, at, rep, asset, slate, deal, share, surface, query,
        payload)
      select key, type, at::timestamptz, rep, asset, slate, deal, share, surface, query, payload::jsonb
      from held cross join
        unnest(:key, :type, :at, :rep, :asset, :slate, :deal, :share, :surface, :query, :payload)
        with ordinality as event (key, type, at, rep, asset, slate, deal, share, surface, query,
          payload, place)
      order by place
      on conflict (key) do nothing
      returning key, seq
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final EventWriter writer;
  private volatile RetentionPeriods periods;

  JdbcFeedbackLog(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    long latest =
        jdbc.sql("select coalesce(max(seq), 0) from feedback_event").query(Long.class).single();
    this.periods = JdbcEventRetention.read(jdbc);
    this.writer = new EventWriter(this::insert, latest);
  }

  @EventListener
  void on(RetentionChanged changed) {
    periods = changed.periods();
  }

  /** Written again, a deleted event would be counted twice: its key is not known any more. */
  private Optional<String> tooOld(FeedbackEvent event, Instant now) {
    return periods
        .bound(EventJson.type(event), now)
        .filter(event.at()::isBefore)
        .map(bound -> "at: " + event.at() + " lies before " + bound + ", since when this is kept");
  }

  @PreDestroy
  void close() {
    writer.close();
  }

  @Override
  public AppendResult append(List<? extends FeedbackEvent> events) {
    var now = clock.instant();
    var rows = new ArrayList<EventRow>();
    var places = new ArrayList<Integer>();
    var rejected = new ArrayList<AppendResult.Rejection>();
    for (int i = 0; i < events.size(); i++) {
      var json = EventJson.write(events.get(i));
      var event = events.get(i);
      var problem = EventRules.problem(event, json, now).or(() -> tooOld(event, now));
      if (problem.isPresent()) {
        rejected.add(new AppendResult.Rejection(i, problem.get()));
        continue;
      }
      rows.add(EventRow.of(events.get(i), json));
      places.add(i);
    }
    if (rows.isEmpty()) return new AppendResult(0, 0, rejected);
    int accepted = 0;
    int repeated = 0;
    var fates = writer.write(rows);
    for (int i = 0; i < fates.size(); i++) {
      switch (fates.get(i)) {
        case Fate.Written _ -> accepted++;
        case Fate.Repeated _ -> repeated++;
        case Fate.Refused(var problem) ->
            rejected.add(new AppendResult.Rejection(places.get(i), problem));
      }
    }
    return new AppendResult(accepted, repeated, rejected);
  }

  private Map<String, Long> insert(List<EventRow> rows) {
    var parameters =
        new MapSqlParameterSource("lock", WRITER_LOCK)
            .addValue("key", texts(rows, EventRow::key))
            .addValue("type", texts(rows, EventRow::type))
            .addValue("at", texts(rows, row -> row.at().toString()))
            .addValue("payload", texts(rows, EventRow::payload));
    for (int i = 0; i < EventRow.LOOKED_UP.size(); i++) {
      int column = i;
      parameters.addValue(EventRow.LOOKED_UP.get(i), texts(rows, row -> row.columns().get(column)));
    }
    var written = new HashMap<String, Long>();
    jdbc.sql(INSERT)
        .paramSource(parameters)
        .query(
            row -> {
              written.put(row.getString(1), row.getLong(2));
            });
    return written;
  }

  private static @Nullable String[] texts(
      List<EventRow> rows, Function<EventRow, @Nullable String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  @Override
  public List<LoggedEvent> after(long sequence, int limit) {
    return jdbc.sql("select * from feedback_event where seq > :after order by seq limit :limit")
        .param("after", sequence)
        .param("limit", limit)
        .query(EventRow::read)
        .list();
  }

  @Override
  public long latestSequence() {
    return writer.latestSequence();
  }

  @Override
  public Optional<LoggedEvent> find(String key) {
    return jdbc.sql("select * from feedback_event where key = :key")
        .param("key", key)
        .query(EventRow::read)
        .optional();
  }
}
