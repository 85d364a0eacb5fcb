package dev.tandem.recommendation.evaluation;

import dev.tandem.identity.UserId;
import dev.tandem.learning.ExpertWeights;
import dev.tandem.learning.RankingFeature;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How much each group of the expert weights counts for everybody; every change is kept. */
@Component
public class WeightSettings implements ExpertWeights {
  private static final Logger LOG = LoggerFactory.getLogger(WeightSettings.class);
  private static final TypeReference<Map<String, Double>> BY_GROUP = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Clock clock;
  private volatile @Nullable InUse inUse;

  private record InUse(WeightTrial weights, Map<RankingFeature, Double> factors) {}

  WeightSettings(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Weights that somebody put to use. */
  public record Setting(WeightTrial weights, String by, Instant at) {}

  @Override
  public Map<RankingFeature, Double> factors() {
    return known().factors();
  }

  /** What ranks for everybody, as long as nothing learned does. */
  public WeightTrial inUse() {
    return known().weights();
  }

  private InUse known() {
    var known = inUse;
    if (known != null) return known;
    try {
      var settings = history(1);
      return keep(settings.isEmpty() ? WeightTrial.NOTHING_CHANGED : settings.getFirst().weights());
    } catch (RuntimeException e) {
      LOG.warn("The expert weights are those that ship for now: {}", e.toString());
      return new InUse(WeightTrial.NOTHING_CHANGED, Map.of());
    }
  }

  private InUse keep(WeightTrial weights) {
    var kept = new InUse(weights, weights.byFeature());
    inUse = kept;
    return kept;
  }

  /** Newest first; the first is in use. */
  public List<Setting> history(int limit) {
    return jdbc.sql(
            "select factors::text factors, changed_by, changed_at"
                + " from recommendation_weight_setting order by number desc limit ?")
        .param(limit)
        .query((row, number) -> setting(row))
        .list();
  }

  /** From now on, for everybody. */
  public void use(WeightTrial weights, UserId by) {
    jdbc.sql(
            "insert into recommendation_weight_setting (factors, changed_by, changed_at)"
                + " values (?::jsonb, ?, ?)")
        .params(
            JsonMapper.shared().writeValueAsString(weights.factors()),
            by.value(),
            Timestamp.from(clock.instant()))
        .update();
    keep(weights);
  }

  private static Setting setting(ResultSet row) throws SQLException {
    var factors = new EnumMap<WeightGroup, Double>(WeightGroup.class);
    var written = JsonMapper.shared().readValue(row.getString("factors"), BY_GROUP);
    for (var group : WeightGroup.values()) {
      var factor = written.get(group.name());
      if (factor != null) factors.put(group, factor);
    }
    return new Setting(
        new WeightTrial(factors),
        Objects.requireNonNull(row.getString("changed_by")),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
