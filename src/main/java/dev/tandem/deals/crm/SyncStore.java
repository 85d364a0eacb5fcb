package dev.tandem.deals.crm;

import dev.tandem.deals.crm.SyncReport.Problem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is remembered between runs. */
interface SyncStore {

  SyncCursor cursor(String source);

  void save(String source, SyncCursor cursor);

  /** Before this moment the CRM does not want to be asked. */
  Optional<Instant> notBefore(String source);

  void waitUntil(String source, @Nullable Instant moment);

  /** What was heard last of each of these records. */
  Map<String, Heard> heard(String source, Collection<String> crmIds);

  void hear(String source, Map<String, Heard> records);

  /**
   * Notes that these are on a listing of the CRM.
   *
   * @return how many of them were believed deleted; that is forgotten
   */
  int seen(String source, String listing, Collection<String> crmIds);

  /** What was heard of, is not removed, and was not seen in this listing. */
  Map<String, Heard> unseen(String source, String listing);

  /** How many records were heard of and are not removed. */
  long countHeard(String source);

  /** Opens a run, and closes those that a crash left open. */
  long begin(String source, boolean dry, Instant at);

  void update(long run, SyncReport report);

  /** Newest first. */
  List<SyncReport> runs(String source, int limit);

  void complain(Collection<Problem> problems);

  void settle(String source, Collection<String> crmIds);

  /** Oldest first. */
  List<Problem> problems(String source, int limit);

  long countProblems(String source);

  /** By column, what people chose. */
  Map<String, String> chosenFields(String source);

  void choose(String source, Map<String, String> fields, @Nullable String who);

  /** Forgets how far the source was read, so that the next run reads all of it. */
  void startOver(String source);

  /**
   * @param modifiedAt by the CRM's clock, also of the removal
   */
  record Heard(Instant modifiedAt, boolean removed, @Nullable String mergedInto) {}
}
