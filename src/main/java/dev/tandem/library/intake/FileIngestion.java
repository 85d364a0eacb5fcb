package dev.tandem.library.intake;

import dev.tandem.library.Label;
import dev.tandem.library.extraction.ExtractionOutcome;
import dev.tandem.library.extraction.ExtractionRequest;
import dev.tandem.library.extraction.TextExtractor;
import dev.tandem.library.intake.Prepared.Ready;
import dev.tandem.library.intake.Prepared.Settled;
import dev.tandem.library.store.LibraryStore;
import dev.tandem.library.store.Originals;
import dev.tandem.library.store.StoredAsset;
import dev.tandem.library.store.UnusedFiles;
import dev.tandem.taxonomy.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes files and links into the library. {@link #prepare} reads, which takes long and may run in
 * many threads; {@link #store} decides and writes, many at once in one transaction.
 */
@Component
public class FileIngestion {
  private static final Logger LOG = LoggerFactory.getLogger(FileIngestion.class);

  private final TextExtractor extractor;
  private final FileReading reading;
  private final Originals originals;
  private final UnusedFiles unusedFiles;
  private final LibraryStore store;
  private final Shelving shelving;

  FileIngestion(
      TextExtractor extractor,
      FileReading reading,
      Originals originals,
      UnusedFiles unusedFiles,
      LibraryStore store,
      Shelving shelving) {
    this.extractor = extractor;
    this.reading = reading;
    this.originals = originals;
    this.unusedFiles = unusedFiles;
    this.store = store;
    this.shelving = shelving;
  }

  /** Takes one file or link; what it answers is on disk. */
  public IngestionOutcome ingest(IncomingFile incoming) {
    return store(List.of(prepare(incoming))).getFirst();
  }

  /** Never throws because of the file, only because of an {@link Outage}. */
  public Prepared prepare(IncomingFile incoming) {
    try {
      var file = incoming.file();
      return file == null
          ? new Ready(incoming, reading.ofLink(incoming, knownType(known(incoming))))
          : prepareFile(incoming, file);
    } catch (IOException e) {
      return rejected(incoming, "the file cannot be read: " + e.getMessage());
    } catch (RuntimeException e) {
      if (Outage.explains(e)) throw e;
      LOG.warn("{} could not be prepared", incoming.fileName(), e);
      return rejected(incoming, "an unexpected problem, see the log: " + e);
    }
  }

  private Prepared prepareFile(IncomingFile incoming, Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
      return rejected(incoming, "not a plain file (missing, a folder, a link or a device)");
    var checksum = Originals.checksum(file);
    var known = known(incoming);
    if (known.isPresent()) {
      if (isUnchanged(known.get(), incoming, checksum))
        return new Settled(incoming, new IngestionOutcome.Unchanged(known.get().asset().id()));
    } else {
      var twin = store.findByChecksum(checksum);
      if (twin.isPresent())
        return new Settled(incoming, new IngestionOutcome.Duplicate(twin.get()));
    }
    return switch (extractor.extract(file, ExtractionRequest.named(incoming.fileName()))) {
      case ExtractionOutcome.Unreadable unreadable -> rejected(incoming, unreadable.message());
      case ExtractionOutcome.Extracted extracted -> {
        long bytes = Files.size(file);
        var read = reading.ofFile(incoming, extracted.text(), checksum, bytes, knownType(known));
        originals.keep(file, checksum);
        yield new Ready(incoming, read);
      }
    };
  }

  private static boolean isUnchanged(StoredAsset known, IncomingFile incoming, String checksum) {
    return checksum.equals(known.asset().checksum())
        && Objects.equals(known.givenDigest(), incoming.given().digest())
        && (incoming.sourcePath() == null
            || incoming.sourcePath().equals(known.asset().sourcePath()));
  }

  private Optional<StoredAsset> known(IncomingFile incoming) {
    var id = incoming.id();
    if (id != null) {
      var byId = store.find(id);
      if (byId.isPresent()) return byId;
    }
    var path = incoming.sourcePath();
    return path == null ? Optional.empty() : store.findBySourcePath(path);
  }

  /** What a person or a manifest said about the type before helps to guess the stages. */
  private static @Nullable ContentType knownType(Optional<StoredAsset> known) {
    return known
        .map(it -> it.asset().type())
        .filter(type -> !type.isInferred())
        .map(Label::value)
        .orElse(null);
  }

  /** Stores all in one transaction; the outcomes come in the same order. */
  public List<IngestionOutcome> store(List<Prepared> prepared) {
    List<IngestionOutcome> outcomes;
    try {
      outcomes =
          prepared.stream().allMatch(Settled.class::isInstance)
              ? prepared.stream().map(it -> ((Settled) it).outcome()).toList()
              : store.change(
                  changes -> {
                    var all = new ArrayList<IngestionOutcome>();
                    for (var one : prepared)
                      all.add(
                          switch (one) {
                            case Settled settled -> settled.outcome();
                            case Ready ready -> shelving.shelve(ready, changes);
                          });
                    return all;
                  });
    } catch (RuntimeException e) {
      if (Outage.explains(e)) throw e;
      if (prepared.size() == 1) {
        LOG.warn("{} could not be stored", prepared.getFirst().incoming().fileName(), e);
        outcomes = List.of(new IngestionOutcome.Rejected("it could not be stored: " + e));
      } else {
        outcomes = prepared.stream().map(one -> store(List.of(one)).getFirst()).toList();
      }
    }
    forgetUnusedFiles(prepared, outcomes);
    return outcomes;
  }

  private void forgetUnusedFiles(List<Prepared> prepared, List<IngestionOutcome> outcomes) {
    for (int i = 0; i < prepared.size(); i++)
      if (prepared.get(i) instanceof Ready ready
          && ready.reading().checksum() instanceof String checksum
          && (outcomes.get(i) instanceof IngestionOutcome.Duplicate
              || outcomes.get(i) instanceof IngestionOutcome.Rejected))
        unusedFiles.remove(checksum);
  }

  private static Settled rejected(IncomingFile incoming, String reason) {
    return new Settled(incoming, new IngestionOutcome.Rejected(reason));
  }
}
