package dev.tandem.library.labelling;

import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.Dimension;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By which models each asset was labelled last. */
@Repository
class LabelledAssets {
  private final JdbcClient jdbc;

  LabelledAssets(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An asset that changed since, or was labelled by other models.
   *
   * @param models by which it was labelled, as {@link #mark} was told; empty for none
   */
  record Stale(AssetId asset, String models) {
    /** The vocabularies that a model labelled. */
    Set<Dimension> dimensions() {
      var found = EnumSet.noneOf(Dimension.class);
      for (var dimension : Dimension.values())
        if (models.contains(dimension.name() + ":")) found.add(dimension);
      return found;
    }
  }

  /** In the order of their ids; without models, only those that some model had labelled. */
  List<Stale> stale(String models, @Nullable AssetId last, int limit) {
    return jdbc.sql(
            """
            select a.id, coalesce(l.models, '') models
              from asset a left join library_labelled l on l.asset_id = a.id
             where a.id > :last
               and (coalesce(l.models, '') <> :models or (:models <> '' and l.revision <> a.revision))
             order by a.id limit :limit
            """)
        .param("last", last == null ? "" : last.value())
        .param("models", models)
        .param("limit", limit)
        .query(
            (row, number) -> new Stale(new AssetId(row.getString("id")), row.getString("models")))
        .list();
  }

  void mark(AssetId id, long revision, String models) {
    jdbc.sql(
            """
            insert into library_labelled (asset_id, revision, models) values (?, ?, ?)
            on conflict (asset_id) do update set revision = excluded.revision,
              models = excluded.models
            """)
        .params(id.value(), revision, models)
        .update();
  }
}
