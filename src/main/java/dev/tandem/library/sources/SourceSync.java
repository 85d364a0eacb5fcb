package dev.tandem.library.sources;

import dev.tandem.database.NamedLock;
import dev.tandem.library.AssetEditing;
import dev.tandem.library.intake.FileIngestion;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/**
 * Brings the content of a source into the library: what is new or changed is fetched, what is gone
 * there is archived here, and what comes back is restored. One file is in hand at a time; what was
 * taken is known by its version, so that a run that ends anywhere is simply run again.
 */
@Component
public class SourceSync {
  private final ContentSources sources;
  private final SourceStore store;
  private final NamedLock lock;
  private final FileIngestion ingestion;
  private final AssetEditing editing;
  private final Clock clock;

  SourceSync(
      ContentSources sources,
      SourceStore store,
      NamedLock lock,
      FileIngestion ingestion,
      AssetEditing editing,
      Clock clock) {
    this.sources = sources;
    this.store = store;
    this.lock = lock;
    this.ingestion = ingestion;
    this.editing = editing;
    this.clock = clock;
  }

  /**
   * Reads a source to its end, or to where it cannot go on; what was taken stays.
   *
   * @param archiveAll a person's word that it is right when most of it is gone
   * @param progress told the number of items that are done
   * @return empty when somebody else reads this source
   * @throws IllegalArgumentException for a source that is not configured
   */
  public Optional<SourceReport> run(String name, boolean archiveAll, LongConsumer progress) {
    var access = sources.access(name);
    var held = lock.tryAcquire("content of " + name);
    if (held.isEmpty()) return Optional.empty();
    try (var _ = held.get()) {
      return Optional.of(
          new SourceRun(
                  sources, store, ingestion, editing, clock, name, access, archiveAll, progress)
              .toTheEnd());
    }
  }
}
