package dev.tandem.library.store;

import dev.tandem.library.AssetEdit;
import dev.tandem.library.AssetField;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.Merges;
import dev.tandem.library.StaleEditException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMerges implements Merges {
  private final LibraryStore store;
  private final JdbcClient jdbc;

  JdbcMerges(LibraryStore store, JdbcClient jdbc) {
    this.store = store;
    this.jdbc = jdbc;
  }

  @Override
  public MergeOutcome merge(AssetId copy, AssetId into, @Nullable String who) {
    return store.change(changes -> merge(changes, copy, into, who));
  }

  @Override
  public MergeOutcome mergeAt(AssetId copy, long revision, AssetId into, @Nullable String who) {
    return store.change(
        changes -> {
          var found = store.find(copy);
          if (found.isPresent() && found.get().asset().revision() != revision)
            throw new StaleEditException(copy);
          return merge(changes, copy, into, who);
        });
  }

  private MergeOutcome merge(Changes changes, AssetId copy, AssetId into, @Nullable String who) {
    if (copy.equals(into)) return refused("An asset cannot be merged into itself.");
    var away = store.find(copy);
    var kept = store.find(into);
    if (away.isEmpty()) return refused("There is no asset “" + copy + "” any more.");
    if (kept.isEmpty()) return refused("There is no asset “" + into + "” any more.");
    if (of(copy).isPresent()) return refused("“" + copy + "” is merged already.");
    if (kept.get().asset().status() == AssetStatus.ARCHIVED)
      return refused("“" + into + "” is archived; what is kept must be in use.");
    var before = away.get().asset().status();
    var now = changes.now();
    var taken = TakenLabels.give(kept.get(), away.get().asset(), now);
    var merged = new Merged(copy, into, now, who, taken.values(), null, null);
    changes.noteMerge(merged, before);
    setStatus(changes, away.get(), AssetStatus.ARCHIVED, who);
    save(changes, kept.get(), taken.asset(), who);
    return new MergeOutcome.Done(merged);
  }

  private static MergeOutcome refused(String why) {
    return new MergeOutcome.Refused(why);
  }

  @Override
  public boolean separate(AssetId copy, @Nullable String who) {
    return store.change(
        changes -> {
          if (of(copy).isEmpty()) return false;
          var before = statusBefore(copy);
          end(changes, copy, who);
          var away = store.find(copy);
          away.ifPresent(stored -> setStatus(changes, stored, before, who));
          return true;
        });
  }

  /** The kept asset is as it was; the status of the copy is the caller's to set. */
  void end(Changes changes, AssetId copy, @Nullable String who) {
    var found = of(copy);
    if (found.isEmpty()) return;
    changes.endMerge(copy, who);
    var merged = found.get();
    store
        .find(merged.kept())
        .ifPresent(
            kept -> {
              var taken = new HashSet<>(merged.taken());
              save(changes, kept, TakenLabels.takeBack(kept, copy, taken, changes.now()), who);
            });
  }

  private static void setStatus(
      Changes changes, StoredAsset stored, AssetStatus status, @Nullable String who) {
    var after = Corrections.apply(stored, new AssetEdit.Status(status), List.of(), changes.now());
    save(changes, stored, after, who);
  }

  /** Always a new revision: everybody who keeps a copy hears of the merge by it. */
  private static void save(
      Changes changes, StoredAsset before, StoredAsset after, @Nullable String who) {
    for (var field : AssetField.values()) {
      var was = Corrections.words(before.asset(), field);
      var is = Corrections.words(after.asset(), field);
      if (!Objects.equals(was, is)) changes.remember(before.asset().id(), who, field, was, is);
    }
    changes.save(after, null);
  }

  private AssetStatus statusBefore(AssetId copy) {
    return AssetStatus.valueOf(
        jdbc.sql("select status_before from asset_merge where copy = ? and ended_at is null")
            .param(copy.value())
            .query(String.class)
            .single());
  }

  @Override
  public Optional<Merged> of(AssetId copy) {
    return select("copy = :id and ended_at is null", copy).findFirst();
  }

  @Override
  public List<Merged> into(AssetId kept) {
    return select("kept = :id and ended_at is null", kept).toList();
  }

  @Override
  public List<Merged> history(AssetId asset) {
    return select("copy = :id or kept = :id", asset).toList();
  }

  private Stream<Merged> select(String where, AssetId id) {
    return jdbc
        .sql("select * from asset_merge where " + where + " order by id desc")
        .param("id", id.value())
        .query(JdbcMerges::read)
        .list()
        .stream();
  }

  private static Merged read(ResultSet row, int number) throws SQLException {
    return new Merged(
        new AssetId(row.getString("copy")),
        new AssetId(row.getString("kept")),
        AssetRows.instant(row, "merged_at"),
        row.getString("merged_by"),
        List.of((String[]) row.getArray("labels_taken").getArray()),
        row.getObject("ended_at") == null ? null : AssetRows.instant(row, "ended_at"),
        row.getString("ended_by"));
  }
}
