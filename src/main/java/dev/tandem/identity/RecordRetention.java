package dev.tandem.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** How long each kind of {@link AgeingRecords} is kept; deletes what is older, every night. */
@Service
public class RecordRetention {
  public static final int SHORTEST = 30, LONGEST = 3650;
  private static final Logger LOG = LoggerFactory.getLogger(RecordRetention.class);

  private final List<AgeingRecords> kinds;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  RecordRetention(List<AgeingRecords> kinds, JdbcClient jdbc, Clock clock) {
    this.kinds = kinds.stream().sorted(Comparator.comparing(AgeingRecords::label)).toList();
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param days for which it is kept; empty for good
   */
  public record Period(AgeingRecords records, OptionalInt days) {
    Optional<Instant> bound(Instant now) {
      return days.isEmpty()
          ? Optional.empty()
          : Optional.of(now.minus(Duration.ofDays(days.getAsInt())));
    }
  }

  public record Run(Instant at, long removed) {}

  /** All kinds by their labels. */
  public List<Period> periods() {
    var decided = new HashMap<String, OptionalInt>();
    jdbc.sql("select kind, days from record_retention")
        .query(
            row -> {
              decided.put(row.getString(1), OptionalInt.of(row.getInt(2)));
            });
    return kinds.stream()
        .map(each -> new Period(each, decided.getOrDefault(each.kind(), OptionalInt.empty())))
        .toList();
  }

  /**
   * Holds from the next run on; what is gone does not come back.
   *
   * @param days null for good
   * @throws IllegalArgumentException for an unknown kind, or days that are too few or too many
   */
  public void set(String kind, @Nullable Integer days, UserId by) {
    if (kinds.stream().noneMatch(each -> each.kind().equals(kind)))
      throw new IllegalArgumentException("no such records: " + kind);
    if (days != null && (days < SHORTEST || days > LONGEST))
      throw new IllegalArgumentException(
          "%s: kept for %d to %,d days, or for good".formatted(kind, SHORTEST, LONGEST));
    if (days == null) {
      jdbc.sql("delete from record_retention where kind = ?").param(kind).update();
      return;
    }
    jdbc.sql(
            """
            insert into record_retention (kind, days, changed_by, changed_at)
            values (:kind, :days, :by, :now)
            on conflict (kind) do update set days = excluded.days,
              changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """)
        .param("kind", kind)
        .param("days", days)
        .param("by", by.value())
        .param("now", now())
        .update();
  }

  /** How many records the periods would remove now. */
  public long due() {
    var now = clock.instant();
    long due = 0;
    for (var period : periods())
      due += period.bound(now).map(before -> period.records().due(before)).orElse(0L);
    return due;
  }

  @Scheduled(cron = "0 50 2 * * *")
  void everyNight() {
    try {
      var _ = run();
    } catch (RuntimeException e) {
      LOG.error("Old records could not be removed; tried again tomorrow", e);
    }
  }

  /**
   * Removes what is due.
   *
   * @return how many records went
   */
  public long run() {
    oneAtATime.lock();
    try {
      var now = clock.instant();
      long removed = 0;
      for (var period : periods()) {
        var before = period.bound(now);
        if (before.isEmpty()) continue;
        long gone = period.records().remove(before.get());
        removed += gone;
        if (gone > 0)
          jdbc.sql("insert into record_retention_run (at, kind, removed) values (?, ?, ?)")
              .params(now(), period.records().kind(), gone)
              .update();
      }
      return removed;
    } finally {
      oneAtATime.unlock();
    }
  }

  /** The last one that removed something. */
  public Optional<Run> lastRun() {
    return jdbc.sql(
            "select at, sum(removed) from record_retention_run group by at order by at desc limit 1")
        .query(
            (row, n) -> new Run(row.getObject(1, OffsetDateTime.class).toInstant(), row.getLong(2)))
        .optional();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
