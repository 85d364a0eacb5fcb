package dev.tandem.library.store;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetField;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.Merges.Merged;
import dev.tandem.shared.Money;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;

/** What may be done inside {@link LibraryStore#change}. */
public final class Changes {
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Instant now;
  private long latest;

  Changes(JdbcClient jdbc, ObjectMapper json, Instant now, long latest) {
    this.jdbc = jdbc;
    this.json = json;
    this.now = now;
    this.latest = latest;
  }

  long latest() {
    return latest;
  }

  /**
   * Adds the asset or replaces it.
   *
   * @param content of a first or changed file; null where the version in force stays
   */
  public Asset save(StoredAsset stored, @Nullable NewVersion content) {
    var asset = AssetDraft.of(stored.asset()).build(now, ++latest);
    upsert(asset, stored);
    if (content != null) insertVersion(asset, content);
    jdbc.sql("delete from asset_deletion where id = ?").param(asset.id().value()).update();
    return asset;
  }

  /**
   * Replaces what was inferred; nobody changed the asset, so it keeps the time of its last change.
   */
  public Asset relabel(StoredAsset stored) {
    var asset = AssetDraft.of(stored.asset()).build(stored.asset().changedAt(), ++latest);
    upsert(asset, stored);
    return asset;
  }

  public boolean delete(AssetId id, @Nullable String who) {
    if (jdbc.sql("delete from asset where id = ?").param(id.value()).update() == 0) return false;
    jdbc.sql(
            """
            insert into asset_deletion (id, revision, deleted_at, deleted_by) values (?, ?, ?, ?)
            on conflict (id) do update set revision = excluded.revision,
              deleted_at = excluded.deleted_at, deleted_by = excluded.deleted_by
            """)
        .params(values(id.value(), ++latest, Timestamp.from(now), who))
        .update();
    return true;
  }

  void remember(
      AssetId id,
      @Nullable String who,
      AssetField field,
      @Nullable String before,
      @Nullable String after) {
    jdbc.sql(
            """
            insert into asset_correction (asset_id, corrected_at, corrected_by, field, before, after)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(values(id.value(), Timestamp.from(now), who, field.name(), before, after))
        .update();
  }

  void endMerge(AssetId copy, @Nullable String who) {
    jdbc.sql(
            "update asset_merge set ended_at = ?, ended_by = ? where copy = ? and ended_at is null")
        .params(values(Timestamp.from(now), who, copy.value()))
        .update();
  }

  void noteMerge(Merged merged, AssetStatus before) {
    jdbc.sql(
            "insert into asset_merge (copy, kept, merged_at, merged_by, status_before,"
                + " labels_taken) values (?, ?, ?, ?, ?, ?)")
        .params(
            values(
                merged.copy().value(),
                merged.kept().value(),
                Timestamp.from(now),
                merged.by(),
                before.name(),
                array(merged.taken())))
        .update();
  }

  Instant now() {
    return now;
  }

  private void upsert(Asset asset, StoredAsset stored) {
    Money cost = asset.cost();
    jdbc.sql(
            """
            insert into asset (id, version, revision, title, type, audience, labels, decided, refused,
              status, url, owner, author, published_on, review_by, expires_on, cost, currency, tags,
              source_path, given_digest, text_digest, created_at, changed_at)
            values (:id, :version, :revision, :title, :type, :audience, :labels::jsonb, :decided,
              :refused, :status, :url, :owner, :author, :publishedOn, :reviewBy, :expiresOn, :cost,
              :currency, :tags, :sourcePath, :givenDigest, :textDigest, :createdAt, :changedAt)
            on conflict (id) do update set version = excluded.version, revision = excluded.revision,
              title = excluded.title, type = excluded.type, audience = excluded.audience,
              labels = excluded.labels, decided = excluded.decided, refused = excluded.refused,
              status = excluded.status, url = excluded.url, owner = excluded.owner,
              author = excluded.author, published_on = excluded.published_on,
              review_by = excluded.review_by, expires_on = excluded.expires_on,
              cost = excluded.cost, currency = excluded.currency, tags = excluded.tags,
              source_path = excluded.source_path, given_digest = excluded.given_digest,
              text_digest = excluded.text_digest, changed_at = excluded.changed_at
            """)
        .param("id", asset.id().value())
        .param("version", asset.version())
        .param("revision", asset.revision())
        .param("title", asset.title().value())
        .param("type", asset.type().value().name())
        .param("audience", asset.audience().value().name())
        .param("labels", json.writeValueAsString(LabelsJson.of(asset)))
        .param("decided", stored.decided().stream().map(Enum::name).toArray(String[]::new))
        .param("refused", array(stored.refused()))
        .param("status", asset.status().name())
        .param("url", asset.url())
        .param("owner", asset.owner())
        .param("author", asset.author())
        .param("publishedOn", asset.publishedOn())
        .param("reviewBy", asset.reviewBy())
        .param("expiresOn", asset.expiresOn())
        .param("cost", cost == null ? null : cost.amount())
        .param("currency", cost == null ? null : cost.currency().getCurrencyCode())
        .param("tags", array(asset.tags()))
        .param("sourcePath", asset.sourcePath())
        .param("givenDigest", stored.givenDigest())
        .param("textDigest", stored.textDigest())
        .param("createdAt", Timestamp.from(asset.createdAt()))
        .param("changedAt", Timestamp.from(asset.changedAt()))
        .update();
  }

  private void insertVersion(Asset asset, NewVersion content) {
    jdbc.sql(
            """
            insert into asset_version (asset_id, version, checksum, file_name, media_type, size_bytes,
              title, headings, pages, created_at, created_by)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
            """)
        .params(
            values(
                asset.id().value(),
                asset.version(),
                asset.checksum(),
                asset.fileName(),
                asset.mediaType(),
                content.bytes(),
                asset.title().value(),
                json.writeValueAsString(content.headings()),
                json.writeValueAsString(content.pages()),
                Timestamp.from(asset.changedAt()),
                content.createdBy()))
        .update();
  }

  private static List<@Nullable Object> values(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  private static String[] array(Collection<String> values) {
    return values.toArray(String[]::new);
  }
}
