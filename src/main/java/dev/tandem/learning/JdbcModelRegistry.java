package dev.tandem.learning;

import dev.tandem.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Models as rows: a JSON document with its SHA-256. */
@Repository
class JdbcModelRegistry implements ModelRegistry {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcModelRegistry.class);
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final PriorInUse prior;
  private final AtomicLong decidedHere = new AtomicLong();

  JdbcModelRegistry(
      JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock, PriorInUse prior) {
    this.prior = prior;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public List<Decision> history(int limit) {
    return jdbc.sql("select * from learning_decision order by number desc limit :limit")
        .param("limit", limit)
        .query(JdbcModelRegistry::decision)
        .list();
  }

  /** The versions that were put to use, the newest decision first. */
  List<String> putToUse() {
    return jdbc.sql(
            "select version from learning_decision"
                + " where kind in ('promoted', 'chosen', 'rolled_back')"
                + " order by number desc limit 50")
        .query(String.class)
        .list();
  }

  /** The newest decision that changed what ranks or what is tried. */
  Optional<Decision> lastChange() {
    return jdbc.sql(
            "select * from learning_decision where kind <> 'kept' order by number desc limit 1")
        .query(JdbcModelRegistry::decision)
        .optional();
  }

  /** The newest decision that put a model to use. */
  Optional<Decision> lastPutToUse() {
    return jdbc.sql(
            "select * from learning_decision where kind in ('promoted', 'chosen', 'rolled_back')"
                + " order by number desc limit 1")
        .query(JdbcModelRegistry::decision)
        .optional();
  }

  /** How many decisions this process made. */
  long decidedHere() {
    return decidedHere.get();
  }

  /** Changes with every decision and with every model that forgets, whoever did it. */
  long latest() {
    return jdbc.sql(
            "select coalesce(max(number), 0)"
                + " + (select coalesce(sum(rewritten), 0) from learning_model)"
                + " from learning_decision")
        .query(Long.class)
        .single();
  }

  @Override
  public void decide(LearnedModel model, Decision decision) {
    var document = JSON.writeValueAsString(model.document());
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(
                  "insert into learning_model (version, document, checksum)"
                      + " values (:version, :document, :checksum)")
              .param("version", model.version())
              .param("document", document)
              .param("checksum", Digest.sha256(document))
              .update();
          insert(decision);
        });
    decidedHere.incrementAndGet();
  }

  @Override
  public boolean decide(long newest, Decision decision) {
    boolean first =
        Boolean.TRUE.equals(
            transaction.execute(
                status -> {
                  jdbc.sql("lock table learning_decision in share row exclusive mode").update();
                  if (lastChange().map(Decision::number).orElse(0L) != newest) return false;
                  insert(decision);
                  return true;
                }));
    decidedHere.incrementAndGet();
    return first;
  }

  @Override
  public void choose(String version, String reason, @Nullable UserId by) {
    boolean back = version.equals(prior.present().version());
    if (!back && find(version).isEmpty())
      throw new IllegalArgumentException(
          "there is no usable model " + version + "; `models list` shows those there are");
    var newest = history(1);
    insert(
        new Decision(
            0,
            clock.instant(),
            Kind.CHOSEN,
            version,
            putToUse().stream().findFirst().orElse(prior.present().version()),
            reason,
            newest.isEmpty() ? 0 : newest.getFirst().logSequence(),
            0,
            null,
            by));
    decidedHere.incrementAndGet();
  }

  @Override
  public Optional<LearnedModel> find(String version) {
    return jdbc.sql("select document, checksum from learning_model where version = :version")
        .param("version", version)
        .query(
            (row, number) ->
                List.of(
                    Objects.requireNonNull(row.getString(1)),
                    Objects.requireNonNull(row.getString(2))))
        .optional()
        .flatMap(row -> read(version, row.getFirst(), row.getLast()));
  }

  /** The usable models that hold something under this key of a rep. */
  List<ModelDocument> naming(String rep) {
    return versionsNaming(rep).stream()
        .flatMap(version -> find(version).stream())
        .map(LearnedModel::document)
        .toList();
  }

  private List<String> versionsNaming(String rep) {
    return jdbc.sql("select version from learning_model where position(:rep in document) > 0")
        .param("rep", rep)
        .query(String.class)
        .list();
  }

  /**
   * Takes the preferences of a rep out of all models; one that cannot be used any more is emptied.
   *
   * @return out of how many
   */
  int forget(String rep) {
    var versions = versionsNaming(rep);
    for (var version : versions) {
      var document =
          find(version)
              .map(model -> model.document().withTastesOf(other -> !other.equals(rep)))
              .map(JSON::writeValueAsString)
              .orElse("");
      jdbc.sql(
              "update learning_model set document = :document, checksum = :checksum,"
                  + " rewritten = rewritten + 1 where version = :version")
          .param("document", document)
          .param("checksum", Digest.sha256(document))
          .param("version", version)
          .update();
    }
    if (!versions.isEmpty()) decidedHere.incrementAndGet();
    return versions.size();
  }

  /** What this person decided, the newest first. */
  List<Decision> decidedBy(UserId person) {
    return jdbc.sql("select * from learning_decision where decided_by = ? order by number desc")
        .param(person.value())
        .query(JdbcModelRegistry::decision)
        .list();
  }

  /** The decisions stay, under a pseudonym. */
  int forgetWhoDecided(UserId person, UserId pseudonym) {
    return jdbc.sql("update learning_decision set decided_by = ? where decided_by = ?")
        .params(pseudonym.value(), person.value())
        .update();
  }

  private Optional<LearnedModel> read(String version, String document, String checksum) {
    if (!Digest.sha256(document).equals(checksum)) {
      LOG.warn("The model {} is damaged (its checksum differs) and is not used", version);
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LearnedModel(JSON.readValue(document, ModelDocument.class), prior.present()));
    } catch (RuntimeException e) {
      LOG.warn("The model {} cannot be used: {}", version, e.getMessage());
      return Optional.empty();
    }
  }

  private void insert(Decision decision) {
    var gain = decision.gain();
    var by = decision.by();
    jdbc.sql(
            """
            insert into learning_decision (at, kind, version, before, reason, log_sequence,
              sessions, held_out, gain, gain_low, gain_high, decided_by)
            values (:at, :kind, :version, :before, :reason, :sequence, :sessions, :heldOut,
              :gain, :low, :high, :by)
            """)
        .param("at", decision.at().atOffset(ZoneOffset.UTC))
        .param("kind", decision.kind().name().toLowerCase(Locale.ROOT))
        .param("version", decision.version())
        .param("before", decision.before())
        .param("reason", decision.reason())
        .param("sequence", decision.logSequence())
        .param("sessions", decision.sessions())
        .param("heldOut", gain == null ? null : gain.heldOut(), java.sql.Types.INTEGER)
        .param("gain", gain == null ? null : gain.mean(), java.sql.Types.DOUBLE)
        .param("low", gain == null ? null : gain.low(), java.sql.Types.DOUBLE)
        .param("high", gain == null ? null : gain.high(), java.sql.Types.DOUBLE)
        .param("by", by == null ? null : by.value(), java.sql.Types.VARCHAR)
        .update();
  }

  private static Decision decision(ResultSet row, int number) throws SQLException {
    int heldOut = row.getInt("held_out");
    var by = row.getString("decided_by");
    return new Decision(
        row.getLong("number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Kind.valueOf(Objects.requireNonNull(row.getString("kind")).toUpperCase(Locale.ROOT)),
        Objects.requireNonNull(row.getString("version")),
        Objects.requireNonNull(row.getString("before")),
        Objects.requireNonNull(row.getString("reason")),
        row.getLong("log_sequence"),
        row.getInt("sessions"),
        heldOut == 0
            ? null
            : new Gain(
                heldOut,
                row.getDouble("gain"),
                row.getDouble("gain_low"),
                row.getDouble("gain_high")),
        by == null ? null : new UserId(by));
  }
}
