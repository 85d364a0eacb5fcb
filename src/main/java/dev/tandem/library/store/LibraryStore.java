package dev.tandem.library.store;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetsChanged;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The one writer of the library's tables. */
@Repository
public class LibraryStore {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final ObjectMapper json = JsonMapper.builder().build();
  private final AssetRows rows = new AssetRows(json);

  LibraryStore(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.events = events;
    this.clock = clock;
  }

  public Optional<StoredAsset> find(AssetId id) {
    return select("where a.id = ?", id.value()).stream().findFirst();
  }

  public Optional<StoredAsset> findBySourcePath(String path) {
    return select("where a.source_path = ?", path).stream().findFirst();
  }

  /** The oldest asset whose version in force is this very file. */
  public Optional<AssetId> findByChecksum(String checksum) {
    return firstId("where v.checksum = ?", checksum);
  }

  /** The oldest asset with this normalised text. */
  public Optional<AssetId> findByTextDigest(String digest) {
    return firstId("where a.text_digest = ?", digest);
  }

  public boolean exists(AssetId id) {
    return jdbc.sql("select count(*) from asset where id = ?")
            .param(id.value())
            .query(Long.class)
            .single()
        > 0;
  }

  public long count() {
    return jdbc.sql("select count(*) from asset").query(Long.class).single();
  }

  /** By title. */
  public List<Asset> page(int offset, int limit) {
    return select("order by a.title, a.id limit ? offset ?", limit, offset).stream()
        .map(StoredAsset::asset)
        .toList();
  }

  /** All assets in the order of their ids, page by page; null begins. */
  public List<StoredAsset> after(@Nullable AssetId last, int limit) {
    return select("where a.id > ? order by a.id limit ?", last == null ? "" : last.value(), limit);
  }

  /** Whether any version of any asset is this file. */
  public boolean refersTo(String checksum) {
    return jdbc.sql("select count(*) from asset_version where checksum = ?")
            .param(checksum)
            .query(Long.class)
            .single()
        > 0;
  }

  List<StoredAsset> select(String where, Object... values) {
    return jdbc.sql(AssetRows.SELECT + where).params(values).query(rows).list();
  }

  private Optional<AssetId> firstId(String where, String value) {
    return jdbc.sql(
            "select a.id from asset a join asset_version v"
                + " on v.asset_id = a.id and v.version = a.version "
                + where
                + " order by a.created_at, a.id limit 1")
        .param(value)
        .query(String.class)
        .optional()
        .map(AssetId::new);
  }

  /**
   * Changes the library in one transaction, alone: nobody else changes it meanwhile, so what {@code
   * work} reads stays true until its changes are on disk. {@link AssetsChanged} follows the commit.
   */
  public <T> T change(Function<Changes, T> work) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              var before = lockRevision();
              var changes = new Changes(jdbc, json, clock.instant(), before);
              var result = work.apply(changes);
              if (changes.latest() > before) {
                jdbc.sql("update library_revision set latest = ?").param(changes.latest()).update();
                sayAfterCommit(new AssetsChanged(changes.latest()));
              }
              return result;
            }));
  }

  private long lockRevision() {
    return jdbc.sql("select latest from library_revision for update").query(Long.class).single();
  }

  private void sayAfterCommit(AssetsChanged event) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            events.publishEvent(event);
          }
        });
  }
}
