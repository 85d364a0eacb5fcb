package dev.tandem.library.intake;

import dev.tandem.library.AssetId;
import dev.tandem.library.manifest.Problem;
import java.util.List;

/**
 * What an import did.
 *
 * @param duplicates files that are there already under another path
 * @param rejections files and rows that were not taken
 * @param warnings about files that were taken
 * @param manifestProblems rows, columns and values that were not understood
 */
public record ImportReport(
    int published,
    int updated,
    int unchanged,
    List<DuplicateFile> duplicates,
    List<Rejection> rejections,
    List<Warning> warnings,
    List<Problem> manifestProblems) {
  public ImportReport {
    duplicates = List.copyOf(duplicates);
    rejections = List.copyOf(rejections);
    warnings = List.copyOf(warnings);
    manifestProblems = List.copyOf(manifestProblems);
  }

  /** Everything that was looked at. */
  public int total() {
    return published + updated + unchanged + duplicates.size() + rejections.size();
  }

  public record DuplicateFile(String path, AssetId existing) {}

  public record Rejection(String path, String reason) {}

  public record Warning(String path, String message) {}
}
