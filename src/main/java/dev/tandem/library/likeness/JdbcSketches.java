package dev.tandem.library.likeness;

import dev.tandem.library.AssetId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSketches implements Sketches {
  private final JdbcTemplate jdbc;

  JdbcSketches(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<AssetId, Kept> find(Collection<AssetId> ids) {
    var found = new HashMap<AssetId, Kept>();
    jdbc.query(
        "select asset_id, version, sketch from asset_sketch where asset_id = any (?)",
        row -> {
          found.put(
              new AssetId(row.getString("asset_id")),
              new Kept(row.getInt("version"), TextSketch.of(row.getBytes("sketch"))));
        },
        (Object) ids.stream().map(AssetId::value).toArray(String[]::new));
    return found;
  }

  @Override
  public void keep(AssetId id, Kept sketch) {
    jdbc.update(
        """
        insert into asset_sketch (asset_id, version, sketch)
        select id, ?, ? from asset where id = ?
        on conflict (asset_id) do update set version = excluded.version, sketch = excluded.sketch
        """,
        sketch.version(),
        sketch.sketch().bytes(),
        id.value());
  }
}
