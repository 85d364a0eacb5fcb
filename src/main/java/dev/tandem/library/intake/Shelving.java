package dev.tandem.library.intake;

import dev.tandem.library.AssetId;
import dev.tandem.library.intake.Prepared.Ready;
import dev.tandem.library.store.AssetDraft;
import dev.tandem.library.store.Changes;
import dev.tandem.library.store.LibraryStore;
import dev.tandem.library.store.NewVersion;
import dev.tandem.library.store.Originals;
import dev.tandem.library.store.StoredAsset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Decides, while nobody else changes the library, what a file that was read is to it. */
@Component
class Shelving {
  private final LibraryStore store;
  private final Originals originals;
  private final Clock clock;

  Shelving(LibraryStore store, Originals originals, Clock clock) {
    this.store = store;
    this.originals = originals;
    this.clock = clock;
  }

  IngestionOutcome shelve(Ready ready, Changes changes) {
    var incoming = ready.incoming();
    var id = incoming.id();
    var byId = id == null ? Optional.<StoredAsset>empty() : store.find(id);
    var path = incoming.sourcePath();
    var byPath = path == null ? Optional.<StoredAsset>empty() : store.findBySourcePath(path);
    if (byId.isPresent()
        && byPath.isPresent()
        && !byId.get().asset().id().equals(byPath.get().asset().id()))
      return new IngestionOutcome.Rejected(
          "the path belongs to the asset '"
              + byPath.get().asset().id()
              + "', but the id '"
              + id
              + "' to another one; delete one of them or change the manifest");
    var known = byId.or(() -> byPath);
    if (known.isPresent()) return update(known.get(), ready, changes);
    return twin(ready)
        .<IngestionOutcome>map(IngestionOutcome.Duplicate::new)
        .orElseGet(() -> add(ready, changes));
  }

  private Optional<AssetId> twin(Ready ready) {
    var checksum = ready.reading().checksum();
    if (checksum == null) return Optional.empty();
    var digest = ready.reading().textDigest();
    return store
        .findByChecksum(checksum)
        .or(() -> digest == null ? Optional.empty() : store.findByTextDigest(digest));
  }

  private IngestionOutcome add(Ready ready, Changes changes) {
    var incoming = ready.incoming();
    var reading = ready.reading();
    var now = clock.instant();
    var titled = AssetDraft.of(new AssetId("new"), now);
    new Merge(null, incoming, reading).into(titled);
    var id =
        incoming.id() != null
            ? incoming.id()
            : AssetNames.unused(titled.build(now).title().value(), store::exists);
    var draft = AssetDraft.of(id, now);
    new Merge(null, incoming, reading).into(draft);
    file(draft, ready);
    changes.save(
        new StoredAsset(
            draft.build(now), Set.of(), Set.of(), incoming.given().digest(), reading.textDigest()),
        content(ready));
    return new IngestionOutcome.Published(id, reading.warnings());
  }

  private IngestionOutcome update(StoredAsset known, Ready ready, Changes changes) {
    var incoming = ready.incoming();
    var reading = ready.reading();
    var was = known.asset();
    var now = clock.instant();
    var draft = AssetDraft.of(was);
    new Merge(known, incoming, reading).into(draft);
    var fileChanged = !Objects.equals(was.checksum(), reading.checksum());
    var described = draft.build(now).description().value();
    boolean newVersion =
        fileChanged || (reading.checksum() == null && !described.equals(was.description().value()));
    if (newVersion) draft.version(was.version() + 1);
    file(draft, ready);
    var asset = draft.build(now);
    var digest = incoming.given().digest();
    boolean same = AssetDraft.sameContent(was, asset);
    if (!same || !digest.equals(known.givenDigest()))
      changes.save(
          new StoredAsset(asset, known.decided(), known.refused(), digest, reading.textDigest()),
          newVersion ? content(ready) : null);
    if (same) return new IngestionOutcome.Unchanged(was.id());
    var warnings = new ArrayList<>(reading.warnings());
    if (incoming.id() != null && !incoming.id().equals(was.id()))
      warnings.add("this path is known as '" + was.id() + "'; an asset keeps its id");
    return new IngestionOutcome.Updated(was.id(), newVersion, warnings);
  }

  private void file(AssetDraft draft, Ready ready) {
    var incoming = ready.incoming();
    var reading = ready.reading();
    if (incoming.sourcePath() != null) draft.sourcePath(incoming.sourcePath());
    draft
        .checksum(reading.checksum())
        .mediaType(reading.mediaType())
        .fileName(incoming.file() == null ? null : incoming.fileName());
    keepOnceMore(ready);
  }

  /** Somebody may have deleted the only other asset with this file since it was prepared. */
  private void keepOnceMore(Ready ready) {
    var file = ready.incoming().file();
    var checksum = ready.reading().checksum();
    if (file == null || checksum == null || originals.find(checksum).isPresent()) return;
    try {
      originals.keep(file, checksum);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static NewVersion content(Ready ready) {
    var reading = ready.reading();
    return new NewVersion(
        reading.headings(), reading.pages(), reading.bytes(), ready.incoming().broughtBy());
  }
}
