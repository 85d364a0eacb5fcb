package dev.tandem.shared;

import java.nio.file.Path;

/**
 * The one folder under which everything is written. {@code index/} can be rebuilt at any time;
 * {@code data/} cannot and is what a backup must hold. The folders below exist once the {@link
 * HomeLock} is held, and whoever is given this bean may rely on that.
 *
 * @param folder absolute after construction; a relative one is taken from the working directory
 */
public record TandemHome(Path folder) {
  public TandemHome {
    folder = folder.toAbsolutePath().normalize();
  }

  /** What shapes the search index, and the index itself: rebuildable. */
  public Path index() {
    return folder.resolve("index");
  }

  /** Readable by the owner alone. */
  public Path data() {
    return folder.resolve("data");
  }

  /** The embedded database: cluster, programs, passwords, log. */
  public Path postgres() {
    return data().resolve("postgres");
  }

  /** The files of the assets as they came in. */
  public Path originals() {
    return data().resolve("originals");
  }

  public Path models() {
    return data().resolve("models");
  }

  /** Files dropped here are taken into the library. */
  public Path inbox() {
    return data().resolve("inbox");
  }

  public Path previews() {
    return data().resolve("previews");
  }
}
