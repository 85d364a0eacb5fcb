package dev.tandem.library.sources;

import dev.tandem.library.AssetId;
import dev.tandem.library.sources.SourceReport.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is remembered between runs. */
interface SourceStore {

  @Nullable String mark(String source);

  void saveMark(String source, @Nullable String mark);

  /** Counts a new scan; greater than all before it. */
  long nextScan(String source);

  Optional<Known> find(String source, String key);

  void save(String source, Known item);

  /** It was seen, and nothing else changed. */
  void seen(String source, String key, long scan);

  /** Those with an asset in force that this scan did not see. */
  List<Known> notSeenIn(String source, long scan);

  long countInForce(String source);

  long begin(String source, Instant at);

  void update(long run, SourceReport report);

  /** Newest first. */
  List<SourceReport> runs(String source, int limit);

  List<Problem> problems(String source, int limit);

  long countProblems(String source);

  /**
   * @param version null when it was never fetched well
   */
  record Known(
      String key,
      @Nullable String version,
      @Nullable String link,
      @Nullable AssetId asset,
      boolean archived,
      @Nullable String problem,
      @Nullable String advice,
      long scan) {

    Known archivedNow() {
      return new Known(key, version, link, asset, true, null, null, scan);
    }
  }
}
