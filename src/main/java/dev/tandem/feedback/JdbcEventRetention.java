package dev.tandem.feedback;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcEventRetention implements EventRetention {
  /** So many in one transaction: readers and writers hardly notice. */
  private static final int BATCH = 5_000;

  /** Deletes one batch, counts what was not taken back, and says what is gone. */
  private static final String FORGET =
      """
      with old as (
        select seq from feedback_event
        where type = :type and at < :before and seq <= :safe order by at limit :batch),
      gone as (
        delete from feedback_event e using old where e.seq = old.seq returning e.*),
      counted as (
        insert into feedback_kept_count (month, type, asset, verdict, events, seconds)
        select date_trunc('month', at at time zone 'UTC')::date, type, coalesce(asset, ''),
          case type when 'rating' then coalesce(payload ->> 'value', '') else '' end, count(*),
          sum(case type when 'buyer_view' then (payload ->> 'seconds')::float8 else 0 end)
        from gone g
        where not exists (select 1 from feedback_event r
          where r.type = 'retraction' and r.payload ->> 'retracted' = g.key)
        group by 1, 2, 3, 4
        on conflict (month, type, asset, verdict) do update set
          events = feedback_kept_count.events + excluded.events,
          seconds = feedback_kept_count.seconds + excluded.seconds)
      select seq, type, slate from gone
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ObjectProvider<LogReader> readers;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  JdbcEventRetention(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      ObjectProvider<LogReader> readers,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.readers = readers;
    this.publisher = publisher;
    this.clock = clock;
  }

  @Override
  public RetentionPeriods periods() {
    return read(jdbc);
  }

  static RetentionPeriods read(JdbcClient jdbc) {
    var days = new HashMap<String, Integer>();
    jdbc.sql("select type, days from feedback_retention")
        .query(
            row -> {
              days.put(row.getString(1), row.getInt(2));
            });
    return days.isEmpty() ? RetentionPeriods.FOREVER : new RetentionPeriods(days);
  }

  @Override
  public void set(RetentionPeriods periods) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("delete from feedback_retention").update();
          periods
              .days()
              .forEach(
                  (type, days) ->
                      jdbc.sql("insert into feedback_retention (type, days) values (?, ?)")
                          .params(type, days)
                          .update());
        });
    publisher.publishEvent(new RetentionChanged(periods));
  }

  @Override
  public long due() {
    var periods = periods();
    long due = 0;
    for (var type : RetentionPeriods.TYPES) {
      var before = periods.bound(type, clock.instant());
      if (before.isPresent())
        due +=
            jdbc.sql("select count(*) from feedback_event where type = ? and at < ?")
                .params(type, utc(before.get()))
                .query(Long.class)
                .single();
    }
    return due;
  }

  @Scheduled(cron = "0 40 2 * * *")
  void everyNight() {
    if (!periods().days().isEmpty()) run();
  }

  @Override
  public long run() {
    oneAtATime.lock();
    try {
      var periods = periods();
      var now = clock.instant();
      long safe = readers.stream().mapToLong(LogReader::position).min().orElse(Long.MAX_VALUE);
      long deleted = 0;
      // what names a slate or a share goes before it, so that a stop half-way leaves no orphans
      var types = new ArrayList<>(RetentionPeriods.TYPES);
      types.remove("share");
      types.remove("slate_served");
      types.addAll(List.of("share", "slate_served"));
      for (var type : types) {
        var before = periods.bound(type, now);
        if (before.isPresent()) deleted += forget(type, before.get(), safe);
      }
      deleted += forgetRetractions(safe);
      jdbc.sql("insert into feedback_retention_run (at, deleted) values (?, ?)")
          .params(utc(now), deleted)
          .update();
      return deleted;
    } finally {
      oneAtATime.unlock();
    }
  }

  private long forget(String type, Instant before, long safe) {
    long deleted = 0;
    for (int gone = BATCH; gone == BATCH; deleted += gone)
      gone = Objects.requireNonNull(transaction.execute(status -> batch(type, before, safe)));
    return deleted;
  }

  private int batch(String type, Instant before, long safe) {
    var sequences = new ArrayList<Long>();
    var slates = new HashSet<String>();
    jdbc.sql(FORGET)
        .param("type", type)
        .param("before", utc(before))
        .param("safe", safe)
        .param("batch", BATCH)
        .query(
            row -> {
              sequences.add(row.getLong("seq"));
              var slate = row.getString("slate");
              if (slate != null && "slate_served".equals(row.getString("type"))) slates.add(slate);
            });
    if (!sequences.isEmpty()) publisher.publishEvent(new EventsForgotten(sequences, slates));
    return sequences.size();
  }

  /** A retraction without what it took back says only that somebody once did something. */
  private long forgetRetractions(long safe) {
    var gone =
        jdbc.sql(
                """
                delete from feedback_event r where r.type = 'retraction' and r.seq <= :safe
                  and exists (select 1 from feedback_retention)
                  and r.at < :before
                  and not exists (select 1 from feedback_event e
                    where e.key = r.payload ->> 'retracted')
                returning seq
                """)
            .param("safe", safe)
            .param("before", utc(clock.instant().minus(java.time.Duration.ofDays(30))))
            .query(Long.class)
            .list();
    if (!gone.isEmpty()) publisher.publishEvent(new EventsForgotten(gone, java.util.Set.of()));
    return gone.size();
  }

  @Override
  public Optional<Run> lastRun() {
    return jdbc.sql("select at, deleted from feedback_retention_run order by id desc limit 1")
        .query(
            (row, n) ->
                new Run(row.getObject("at", OffsetDateTime.class).toInstant(), row.getLong(2)))
        .optional();
  }

  @Override
  public long keptAsCounts() {
    return jdbc.sql("select coalesce(sum(events), 0)::bigint from feedback_kept_count")
        .query(Long.class)
        .single();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
