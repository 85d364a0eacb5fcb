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
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
    if (entries == null) {
      entries =
          jdbc.sql(SELECT + "where v.definition <> '' and" + NEWEST + " order by lower(e.term)")
              .query(JdbcGlossary::read)
              .list();
      known = entries;
    }
    return entries;
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
    var name = term.strip();
    var meaning = definition.strip();
    var others =
        synonyms.stream().map(String::strip).filter(one -> !one.isEmpty()).distinct().toList();
    if (name.length() > 120 || Term.normalize(name).isEmpty())
      throw new IllegalArgumentException("a word has 1 to 120 characters, with a letter or digit");
    if (meaning.isEmpty() || meaning.length() > 2_000)
      throw new IllegalArgumentException("a definition has 1 to 2,000 characters");
    if (others.size() > 20 || others.stream().anyMatch(one -> one.length() > 120))
      throw new IllegalArgumentException("at most 20 synonyms of at most 120 characters");
    return write(name, meaning, others, stage, by);
  }

  @Override
  public void retire(long id, UserId by) {
    history(id).stream()
        .findFirst()
        .filter(Entry::inUse)
        .ifPresent(entry -> write(entry.term(), "", List.of(), null, by));
  }

  private Entry write(
      String term,
      String definition,
      List<String> synonyms,
      @Nullable JourneyStage stage,
      UserId by) {
    var written =
        Objects.requireNonNull(
            transaction.execute(
                status -> {
                  long id =
                      jdbc.sql(
                              "insert into glossary_entry (term, term_key) values (?, ?) on conflict"
                                  + " (term_key) do update set term = excluded.term returning id")
                          .params(term, Term.normalize(term))
                          .query(Long.class)
                          .single();
                  var before = history(id).stream().findFirst();
                  if (before.isPresent()
                      && before.get().definition().equals(definition)
                      && before.get().synonyms().equals(synonyms)
                      && before.get().stage() == stage) return before.get();
                  jdbc.sql(
                          "insert into glossary_version (entry, version, definition, synonyms,"
                              + " stage, changed_by, changed_at) values (:entry, :version,"
                              + " :definition, :synonyms, :stage, :by, :at)")
                      .param("entry", id)
                      .param("version", before.map(Entry::version).orElse(0) + 1)
                      .param("definition", definition)
                      .param("synonyms", synonyms.toArray(String[]::new))
                      .param("stage", stage == null ? null : stage.id())
                      .param("by", by.value())
                      .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                      .update();
                  return history(id).getFirst();
                }));
    known = null;
    publisher.publishEvent(new GlossaryChanged());
    return written;
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
