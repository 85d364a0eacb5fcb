package dev.tandem.library.labelling;

import dev.tandem.taxonomy.Dimension;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was learned, by vocabulary; a few older ones are kept beside the newest. */
@Repository
class LabelModels {
  private static final int KEPT = 10;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final JsonMapper json = JsonMapper.builder().build();

  LabelModels(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param said assets on which people had said something
   * @param model empty where the cues stay
   */
  record Kept(
      long id,
      Instant fittedAt,
      String encoder,
      int said,
      String saidDigest,
      LabelGate gate,
      Optional<LabelModel> model) {}

  Optional<Kept> newest(Dimension dimension) {
    return jdbc.sql(
            "select * from library_label_model where dimension = ? order by id desc limit 1")
        .param(dimension.name())
        .query((row, number) -> kept(row))
        .optional();
  }

  void keep(
      Dimension dimension,
      String encoder,
      int said,
      String saidDigest,
      LabelTrainer.Outcome outcome) {
    var gate = outcome.gate();
    jdbc.sql(
            """
            insert into library_label_model (dimension, fitted_at, encoder, said, said_digest, assets,
              cues_loss, learned_loss, gain, gain_error, document)
            values (:dimension, :at, :encoder, :said, :digest, :assets, :cues, :learned, :gain, :error,
              :document)
            """)
        .param("dimension", dimension.name())
        .param("at", Timestamp.from(clock.instant()))
        .param("encoder", encoder)
        .param("said", said)
        .param("digest", saidDigest)
        .param("assets", gate.assets())
        .param("cues", gate.cuesLoss())
        .param("learned", gate.learnedLoss())
        .param("gain", gate.gain())
        .param("error", gate.gainError())
        .param("document", outcome.model().map(json::writeValueAsString).orElse(null))
        .update();
    jdbc.sql(
            """
            delete from library_label_model where dimension = ? and id not in
              (select id from library_label_model where dimension = ? order by id desc limit ?)
            """)
        .params(dimension.name(), dimension.name(), KEPT)
        .update();
  }

  private Kept kept(ResultSet row) throws SQLException {
    @Nullable String document = row.getString("document");
    return new Kept(
        row.getLong("id"),
        row.getObject("fitted_at", OffsetDateTime.class).toInstant(),
        row.getString("encoder"),
        row.getInt("said"),
        row.getString("said_digest"),
        new LabelGate(
            row.getInt("assets"),
            row.getDouble("cues_loss"),
            row.getDouble("learned_loss"),
            row.getDouble("gain"),
            row.getDouble("gain_error")),
        document == null
            ? Optional.empty()
            : Optional.of(json.readValue(document, LabelModel.class)));
  }
}
