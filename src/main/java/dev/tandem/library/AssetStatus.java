package dev.tandem.library;

import java.util.Locale;

/**
 * What people decided about an asset; see {@link LifecycleState} for what follows from its dates.
 */
public enum AssetStatus {
  DRAFT,
  PUBLISHED,
  ARCHIVED;

  /** The name in files and JSON. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
