package dev.tandem.recommendation.curation;

import dev.tandem.feedback.FeedbackLog;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.recommendation.curation.CurationRule.Ended;
import dev.tandem.recommendation.curation.CurationRule.Kind;
import dev.tandem.recommendation.curation.CurationRule.Wanted;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcCurationRules implements CurationRules {
  private static final Comparator<CurationRule> NARROWEST_THEN_NEWEST =
      Comparator.comparingInt((CurationRule rule) -> -rule.wanted().segment().criteria())
          .thenComparing(CurationRule::id, Comparator.reverseOrder());

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final FeedbackLog log;
  private final Assets assets;
  private final Clock clock;

  JdbcCurationRules(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      FeedbackLog log,
      Assets assets,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.log = log;
    this.assets = assets;
    this.clock = clock;
  }

  @Override
  public List<CurationRule> on(LocalDate day) {
    return jdbc
        .sql(
            "select * from recommendation_curation"
                + " where ended_at is null and from_day <= :day and until_day >= :day")
        .param("day", day)
        .query(JdbcCurationRules::read)
        .list()
        .stream()
        .map(rule -> rule.about(assets.keptFor(rule.wanted().asset())))
        .sorted(NARROWEST_THEN_NEWEST)
        .toList();
  }

  @Override
  public List<CurationRule> all(int limit) {
    return jdbc.sql("select * from recommendation_curation order by id desc limit :limit")
        .param("limit", limit)
        .query(JdbcCurationRules::read)
        .list();
  }

  @Override
  public Optional<CurationRule> find(long id) {
    return jdbc.sql("select * from recommendation_curation where id = :id")
        .param("id", id)
        .query(JdbcCurationRules::read)
        .optional();
  }

  @Override
  public CurationRule make(Wanted wanted, UserId by) {
    return insert(wanted, by, null);
  }

  @Override
  public CurationRule replace(long id, Wanted wanted, UserId by) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              if (!end(id, by))
                throw new IllegalArgumentException("rule " + id + " has ended meanwhile");
              return insert(wanted, by, id);
            }));
  }

  @Override
  public boolean end(long id, UserId by) {
    return jdbc.sql(
                "update recommendation_curation set ended_by = :by, ended_at = :now"
                    + " where id = :id and ended_at is null")
            .param("id", id)
            .param("by", by.value())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  private CurationRule insert(Wanted wanted, UserId by, @Nullable Long replaces) {
    if (wanted.until().isBefore(LocalDate.now(clock)))
      throw new IllegalArgumentException("until: " + wanted.until() + " is over already");
    var segment = wanted.segment();
    var stage = segment.stage();
    return jdbc.sql(
            """
            insert into recommendation_curation (asset, kind, points, stage, industry, persona,
              product, region, team, from_day, until_day, reason, made_by, made_at, replaces,
              log_sequence)
            values (:asset, :kind, :points, :stage, :industry, :persona, :product, :region, :team,
              :from, :until, :reason, :by, :now, :replaces, :sequence)
            returning *
            """)
        .param("asset", wanted.asset().value())
        .param("kind", wanted.kind().id())
        .param("points", wanted.points())
        .param("stage", stage == null ? null : stage.id())
        .param("industry", label(segment.industry()))
        .param("persona", label(segment.persona()))
        .param("product", label(segment.product()))
        .param("region", label(segment.region()))
        .param("team", segment.team())
        .param("from", wanted.from())
        .param("until", wanted.until())
        .param("reason", wanted.reason())
        .param("by", by.value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("replaces", replaces, java.sql.Types.BIGINT)
        .param("sequence", log.latestSequence())
        .query(JdbcCurationRules::read)
        .single();
  }

  private static @Nullable String label(@Nullable Term term) {
    return term == null ? null : term.label();
  }

  private static CurationRule read(ResultSet row, int number) throws SQLException {
    var endedBy = row.getString("ended_by");
    long replaces = row.getLong("replaces");
    return new CurationRule(
        row.getLong("id"),
        new Wanted(
            new AssetId(text(row, "asset")),
            Kind.parse(text(row, "kind")).orElseThrow(),
            row.getDouble("points"),
            segment(row),
            row.getObject("from_day", LocalDate.class),
            row.getObject("until_day", LocalDate.class),
            text(row, "reason")),
        new UserId(text(row, "made_by")),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        endedBy == null
            ? null
            : new Ended(
                new UserId(endedBy), row.getObject("ended_at", OffsetDateTime.class).toInstant()),
        replaces == 0 ? null : Long.valueOf(replaces),
        row.getLong("log_sequence"));
  }

  private static Segment segment(ResultSet row) throws SQLException {
    var stage = row.getString("stage");
    return new Segment(
        stage == null ? null : JourneyStage.parse(stage).orElseThrow(),
        term(row, Dimension.INDUSTRY),
        term(row, Dimension.PERSONA),
        term(row, Dimension.PRODUCT),
        term(row, Dimension.REGION),
        row.getString("team"));
  }

  private static @Nullable Term term(ResultSet row, Dimension dimension) throws SQLException {
    var label = row.getString(dimension.id());
    return label == null ? null : new Term(dimension, label);
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column));
  }
}
