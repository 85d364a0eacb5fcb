package dev.tandem.taxonomy;

import dev.tandem.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The glossary in the database; the words in use are answered from memory. */
@Repository
class JdbcGlossary implements Glossary {
  private static final String SELECT =
      """
      select e.id, e.term, v.version, v.definition, v.synonyms, v.changed_by, v.changed_at,
        v.stage
      from glossary_version v join glossary_entry e on e.id = v.entry
      """;
  private static final String NEWEST =
      " v.version = (select max(version) from glossary_version n where n.entry = e.id)";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;
  private final AtomicLong changes = new AtomicLong();
  private volatile @Nullable List<Entry> known;

  JdbcGlossary(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.publisher = publisher;
    this.clock = clock;
  }

  @Override
  public List<Entry> entries() {
    var entries = known;
    if (entries != null) return entries;
    long before = changes.get();
    entries =
        jdbc.sql(SELECT + "where v.definition <> '' and" + NEWEST + " order by lower(e.term)")
            .query(JdbcGlossary::read)
            .list();
    keep(entries, before);
    return entries;
  }

  /** Unless something changed while it was read. */
  private synchronized void keep(List<Entry> entries, long before) {
    if (changes.get() == before) known = entries;
  }

  /** Before anybody who hears of the same change asks for the words. */
  @EventListener(GlossaryChanged.class)
  @Order(Ordered.HIGHEST_PRECEDENCE)
  synchronized void forget() {
    changes.incrementAndGet();
    known = null;
  }

  @Override
  public Optional<Entry> find(String term) {
    return jdbc.sql(SELECT + "where e.term_key = ? and" + NEWEST)
        .param(Term.normalize(term))
        .query(JdbcGlossary::read)
        .optional();
  }

  @Override
  public List<Entry> history(long id) {
    return jdbc.sql(SELECT + "where e.id = ? order by v.version desc")
        .param(id)
        .query(JdbcGlossary::read)
        .list();
  }

  @Override
  public List<Entry> changed(Instant from, Instant to) {
    return jdbc.sql(
            SELECT + "where v.changed_at >= ? and v.changed_at < ? order by v.changed_at, e.id")
        .params(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC))
        .query(JdbcGlossary::read)
        .list();
  }

  @Override
  public Entry define(
      String term,
      String definition,
      List<String> synonyms,
      @Nullable JourneyStage stage,
      UserId by) {
    return write(Wording.of(term, definition, synonyms, stage), OptionalInt.empty(), by);
  }

  @Override
  public Entry defineAt(
      String term,
      int version,
      String definition,
      List<String> synonyms,
      @Nullable JourneyStage stage,
      UserId by) {
    return write(Wording.of(term, definition, synonyms, stage), OptionalInt.of(version), by);
  }

  @Override
  public void retire(long id, UserId by) {
    retire(id, OptionalInt.empty(), by);
  }

  @Override
  public void retireAt(long id, int version, UserId by) {
    retire(id, OptionalInt.of(version), by);
  }

  private void retire(long id, OptionalInt version, UserId by) {
    history(id).stream()
        .findFirst()
        .filter(Entry::inUse)
        .ifPresent(entry -> write(Wording.unused(entry.term()), version, by));
  }

  /**
   * @param version at which the word has to be, 0 where it may not be in use; empty for any
   */
  private Entry write(Wording wording, OptionalInt version, UserId by) {
    var written =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  long id = lock(wording.term());
                  var before = history(id).stream().findFirst();
                  var inUse = before.filter(Entry::inUse);
                  if (version.isPresent()
                      && inUse.map(Entry::version).orElse(0) != version.getAsInt())
                    throw new StaleWordException(inUse);
                  spell(id, wording.term());
                  if (before.filter(wording::isThatOf).isPresent()) return before.get();
                  insert(id, before.map(Entry::version).orElse(0) + 1, wording, by);
                  return history(id).getFirst();
                }));
    forget();
    publisher.publishEvent(new GlossaryChanged());
    return written;
  }

  /** The word's number; whoever else changes the same word waits until the transaction ends. */
  private long lock(String term) {
    return jdbc.sql(
            "insert into glossary_entry (term, term_key) values (?, ?) on conflict (term_key) do"
                + " update set term = glossary_entry.term returning id")
        .params(term, Term.normalize(term))
        .query(Long.class)
        .single();
  }

  /** As who wrote last spells it. */
  private void spell(long id, String term) {
    jdbc.sql("update glossary_entry set term = :term where id = :id and term <> :term")
        .param("term", term)
        .param("id", id)
        .update();
  }

  private void insert(long id, int version, Wording wording, UserId by) {
    var stage = wording.stage();
    jdbc.sql(
            "insert into glossary_version (entry, version, definition, synonyms, stage, changed_by,"
                + " changed_at) values (:entry, :version, :definition, :synonyms, :stage, :by, :at)")
        .param("entry", id)
        .param("version", version)
        .param("definition", wording.definition())
        .param("synonyms", wording.synonyms().toArray(String[]::new))
        .param("stage", stage == null ? null : stage.id())
        .param("by", by.value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Entry read(ResultSet row, int number) throws SQLException {
    var stage = row.getString("stage");
    return new Entry(
        row.getLong("id"),
        Objects.requireNonNull(row.getString("term")),
        Objects.requireNonNull(row.getString("definition")),
        Arrays.asList((String[]) row.getArray("synonyms").getArray()),
        row.getInt("version"),
        new UserId(Objects.requireNonNull(row.getString("changed_by"))),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        stage == null ? null : JourneyStage.parse(stage).orElse(null));
  }
}
