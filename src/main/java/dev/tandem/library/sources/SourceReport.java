package dev.tandem.library.sources;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a run did.
 *
 * @param finishedAt null while it runs, or when the program ended in the middle of it
 * @param failure why it ended early or held something back, or null
 */
public record SourceReport(
    String source,
    Instant startedAt,
    @Nullable Instant finishedAt,
    Counts counts,
    @Nullable String failure,
    @Nullable String advice) {

  /**
   * Items by what became of them.
   *
   * @param archived gone from the source
   * @param restored back at the source
   * @param leftOut for certain people only
   */
  public record Counts(
      long published,
      long updated,
      long unchanged,
      long duplicate,
      long rejected,
      long archived,
      long restored,
      long leftOut) {
    public long all() {
      return published + updated + unchanged + duplicate + rejected + leftOut;
    }
  }

  /** An item that could not be taken, and what to do about it. */
  public record Problem(String key, @Nullable String link, String problem, String advice) {}
}
