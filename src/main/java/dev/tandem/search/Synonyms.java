package dev.tandem.search;

import dev.tandem.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which changes of the synonyms are in use. Only questions are read by them, so that a change acts
 * at once and the index stays as it is; every one is kept with who made it, and none is ever lost.
 */
@Component
public class Synonyms {
  private static final Logger LOG = LoggerFactory.getLogger(Synonyms.class);
  private static final ScopedValue<SynonymChanges> TRIED = ScopedValue.newInstance();

  private final JdbcClient jdbc;
  private final Clock clock;
  private volatile @Nullable SynonymChanges inUse;

  Synonyms(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A change that somebody put to use. */
  public record Setting(SynonymChanges changes, String by, Instant at) {}

  /** What questions are read by: what is tried on this thread, otherwise what is in use. */
  public SynonymChanges present() {
    return TRIED.isBound() ? TRIED.get() : inUse();
  }

  /** What everybody's questions are read by. */
  public SynonymChanges inUse() {
    var known = inUse;
    if (known != null) return known;
    try {
      var settings = history(1);
      known = settings.isEmpty() ? SynonymChanges.NONE : settings.getFirst().changes();
      inUse = known;
      return known;
    } catch (RuntimeException e) {
      LOG.warn("Synonyms are those of the index folder for now: {}", e.toString());
      return SynonymChanges.NONE;
    }
  }

  /** Does something on this thread as if these changes were in use; nobody else notices. */
  public static <T> T trying(SynonymChanges changes, Supplier<T> work) {
    return ScopedValue.where(TRIED, changes).call(work::get);
  }

  /** Newest first; the first is in use. */
  public List<Setting> history(int limit) {
    return jdbc.sql("select * from search_synonym_setting order by number desc limit ?")
        .param(limit)
        .query((row, number) -> setting(row))
        .list();
  }

  /** From now on, for everybody. */
  public void use(SynonymChanges changes, UserId by) {
    jdbc.sql(
            "insert into search_synonym_setting (added, removed, changed_by, changed_at)"
                + " values (?, ?, ?, ?)")
        .params(
            changes.added().toArray(String[]::new),
            changes.removed().toArray(String[]::new),
            by.value(),
            Timestamp.from(clock.instant()))
        .update();
    inUse = changes;
  }

  private static Setting setting(ResultSet row) throws SQLException {
    return new Setting(
        new SynonymChanges(groups(row, "added"), groups(row, "removed")),
        Objects.requireNonNull(row.getString("changed_by")),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private static List<String> groups(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }
}
