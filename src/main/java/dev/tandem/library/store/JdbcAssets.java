package dev.tandem.library.store;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetChange;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetText;
import dev.tandem.library.AssetText.Page;
import dev.tandem.library.Assets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcAssets implements Assets {
  private static final TypeReference<List<Page>> PAGES = new TypeReference<>() {};
  private static final TypeReference<List<String>> HEADINGS = new TypeReference<>() {};

  private final LibraryStore store;
  private final JdbcClient jdbc;
  private final ObjectMapper json = JsonMapper.builder().build();

  private final MergedIds merged;

  JdbcAssets(LibraryStore store, MergedIds merged, JdbcClient jdbc) {
    this.store = store;
    this.merged = merged;
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Asset> find(AssetId id) {
    return store.find(id).map(StoredAsset::asset);
  }

  @Override
  public Map<AssetId, Asset> findAll(Collection<AssetId> ids) {
    var found = new HashMap<AssetId, Asset>();
    if (ids.isEmpty()) return found;
    Object wanted = ids.stream().map(AssetId::value).distinct().toArray(String[]::new);
    for (var stored : store.select("where a.id = any (?)", wanted))
      found.put(stored.asset().id(), stored.asset());
    return found;
  }

  @Override
  public List<Asset> all() {
    return store.select("order by a.title, a.id").stream().map(StoredAsset::asset).toList();
  }

  @Override
  public Optional<AssetText> text(AssetId id) {
    return jdbc.sql(
            """
            select v.version, v.headings, v.pages
              from asset a join asset_version v on v.asset_id = a.id and v.version = a.version
             where a.id = ?
            """)
        .param(id.value())
        .query(
            (row, number) ->
                new AssetText(
                    id,
                    row.getInt("version"),
                    json.readValue(row.getString("headings"), HEADINGS),
                    json.readValue(row.getString("pages"), PAGES)))
        .optional()
        .filter(text -> !text.pages().isEmpty());
  }

  @Override
  public List<AssetChange> changedAfter(long revision, int limit) {
    record Step(long revision, String id) {}
    var steps =
        jdbc.sql(
                """
                (select revision, id from asset where revision > :after order by revision limit :limit)
                union all
                (select revision, id from asset_deletion where revision > :after
                  order by revision limit :limit)
                order by revision limit :limit
                """)
            .param("after", revision)
            .param("limit", limit)
            .query(Step.class)
            .list();
    var assets = findAll(steps.stream().map(step -> new AssetId(step.id())).toList());
    return steps.stream()
        .map(
            step -> {
              var id = new AssetId(step.id());
              return new AssetChange(step.revision(), id, assets.get(id));
            })
        .toList();
  }

  @Override
  public Map<AssetId, AssetId> merged() {
    return merged.all();
  }

  @Override
  public long latestRevision() {
    return jdbc.sql("select latest from library_revision").query(Long.class).single();
  }
}
