package dev.tandem.library.store;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetCorrection;
import dev.tandem.library.AssetEdit;
import dev.tandem.library.AssetEditing;
import dev.tandem.library.AssetField;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.AssetVersion;
import dev.tandem.library.StaleEditException;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAssetEditing implements AssetEditing {
  private final LibraryStore store;
  private final UnusedFiles unusedFiles;
  private final JdbcMerges merges;
  private final Taxonomy taxonomy;
  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcAssetEditing(
      LibraryStore store,
      UnusedFiles unusedFiles,
      JdbcMerges merges,
      Taxonomy taxonomy,
      JdbcClient jdbc,
      Clock clock) {
    this.store = store;
    this.unusedFiles = unusedFiles;
    this.merges = merges;
    this.taxonomy = taxonomy;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public Optional<Asset> edit(AssetId id, List<AssetEdit> edits, @Nullable String who) {
    return edit(id, OptionalLong.empty(), edits, who);
  }

  @Override
  public Optional<Asset> editAt(
      AssetId id, long revision, List<AssetEdit> edits, @Nullable String who) {
    return edit(id, OptionalLong.of(revision), edits, who);
  }

  private Optional<Asset> edit(
      AssetId id, OptionalLong revision, List<AssetEdit> edits, @Nullable String who) {
    if (!store.exists(id)) return Optional.empty();
    var named = resolveTerms(edits);
    return store.change(
        changes -> {
          var found = store.find(id);
          if (found.isEmpty()) return Optional.empty();
          var before = found.get();
          if (revision.isPresent() && before.asset().revision() != revision.getAsLong())
            throw new StaleEditException(id);
          var after = before;
          for (var edit : edits)
            after =
                Corrections.apply(
                    after, edit, named.getOrDefault(edit, List.of()), clock.instant());
          if (same(before, after)) return Optional.of(before.asset());
          // whoever brings a merged copy back wants it to stand for itself
          if (before.asset().status() == AssetStatus.ARCHIVED
              && after.asset().status() != AssetStatus.ARCHIVED) merges.end(changes, id, who);
          for (var field : edits.stream().map(AssetEdit::field).distinct().toList())
            changes.remember(
                id,
                who,
                field,
                Corrections.words(before.asset(), field),
                Corrections.words(after.asset(), field));
          return Optional.of(changes.save(after, null));
        });
  }

  /** New words are added before the library is locked: the taxonomy commits on its own. */
  private Map<AssetEdit, List<Term>> resolveTerms(List<AssetEdit> edits) {
    var terms = new HashMap<AssetEdit, List<Term>>();
    for (var edit : edits)
      if (edit instanceof AssetEdit.Terms list)
        terms.put(
            edit,
            list.names().stream()
                .map(name -> taxonomy.resolveOrAdd(list.dimension(), name))
                .toList());
    return terms;
  }

  private static boolean same(StoredAsset before, StoredAsset after) {
    return before.decided().equals(after.decided())
        && before.refused().equals(after.refused())
        && AssetDraft.sameContent(before.asset(), after.asset());
  }

  @Override
  public boolean delete(AssetId id, @Nullable String who) {
    var checksums =
        versions(id).stream().map(AssetVersion::checksum).filter(Objects::nonNull).distinct();
    var unused = checksums.toList();
    boolean deleted = store.change(changes -> changes.delete(id, who));
    if (deleted) unused.forEach(unusedFiles::remove);
    return deleted;
  }

  @Override
  public List<AssetVersion> versions(AssetId id) {
    return jdbc.sql("select * from asset_version where asset_id = ? order by version desc")
        .param(id.value())
        .query(
            (row, number) ->
                new AssetVersion(
                    id,
                    row.getInt("version"),
                    row.getString("checksum"),
                    row.getString("file_name"),
                    row.getString("media_type"),
                    row.getObject("size_bytes", Long.class),
                    row.getString("title"),
                    AssetRows.instant(row, "created_at"),
                    row.getString("created_by")))
        .list();
  }

  @Override
  public List<AssetCorrection> corrections(AssetId id) {
    return jdbc.sql("select * from asset_correction where asset_id = ? order by id desc")
        .param(id.value())
        .query(
            (row, number) ->
                new AssetCorrection(
                    AssetRows.instant(row, "corrected_at"),
                    row.getString("corrected_by"),
                    AssetField.valueOf(row.getString("field")),
                    row.getString("before"),
                    row.getString("after")))
        .list();
  }
}
