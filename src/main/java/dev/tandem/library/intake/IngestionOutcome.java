package dev.tandem.library.intake;

import dev.tandem.library.AssetId;
import java.util.List;

/** What became of one file or link. */
public sealed interface IngestionOutcome {

  /** A new asset (in the state that was given, normally published). */
  record Published(AssetId asset, List<String> warnings) implements IngestionOutcome {
    public Published {
      warnings = List.copyOf(warnings);
    }
  }

  /** A known asset: a changed file is its next version, or only what is said about it changed. */
  record Updated(AssetId asset, boolean newVersion, List<String> warnings)
      implements IngestionOutcome {
    public Updated {
      warnings = List.copyOf(warnings);
    }
  }

  /** Known, and nothing changed. */
  record Unchanged(AssetId asset) implements IngestionOutcome {}

  /** The same file or the same text is there already, under another path. */
  record Duplicate(AssetId existing) implements IngestionOutcome {}

  /**
   * Not taken.
   *
   * @param reason for the person who brought it: what is wrong and what to do
   */
  record Rejected(String reason) implements IngestionOutcome {}
}
