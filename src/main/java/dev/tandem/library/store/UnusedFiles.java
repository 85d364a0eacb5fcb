package dev.tandem.library.store;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Removes files that no version of any asset is any more. */
@Component
public class UnusedFiles {
  private static final Logger LOG = LoggerFactory.getLogger(UnusedFiles.class);

  private final LibraryStore store;
  private final Originals originals;

  UnusedFiles(LibraryStore store, Originals originals) {
    this.store = store;
    this.originals = originals;
  }

  /** Under the library's lock, so that no import takes up the same file meanwhile. */
  public void remove(String checksum) {
    store.change(
        changes -> {
          if (store.refersTo(checksum)) return false;
          try {
            originals.remove(checksum);
          } catch (IOException e) {
            LOG.warn("The unused file {} could not be removed", checksum, e);
          }
          return true;
        });
  }
}
