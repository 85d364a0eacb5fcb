package dev.tandem.library;

import java.nio.file.Path;
import java.util.Optional;

/** The files of assets as they came in; for reading only. */
public interface AssetFiles {

  /** The file of the version in force; empty for a pure link. */
  Optional<Path> original(Asset asset);
}
