package dev.tandem.deals.crm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run did.
 *
 * @param finishedAt null while it runs, or when the program ended in the middle of it
 * @param dry whether it only looked what it would do
 * @param stale records that were older than what was known, and left out
 * @param refused records with a problem
 * @param failure why it ended early, or null
 * @param advice what to do about the failure
 */
public record SyncReport(
    String source,
    Instant startedAt,
    @Nullable Instant finishedAt,
    boolean dry,
    Counts counts,
    @Nullable String failure,
    @Nullable String advice,
    List<String> notes) {
  public SyncReport {
    notes = List.copyOf(notes);
  }

  /** Deals by what became of them; together all records that were read. */
  public record Counts(
      long added,
      long changed,
      long unchanged,
      long removed,
      long merged,
      long stale,
      long refused) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    public Counts plus(Counts more) {
      return new Counts(
          added + more.added,
          changed + more.changed,
          unchanged + more.unchanged,
          removed + more.removed,
          merged + more.merged,
          stale + more.stale,
          refused + more.refused);
    }

    public long all() {
      return added + changed + unchanged + removed + merged + stale + refused;
    }
  }

  /** A record that could not be taken, and what to do about it. */
  public record Problem(
      String source, String crmId, String column, String problem, String advice, Instant since) {}

  /** Notes of a run, each once and not more than people read. */
  static final class Notes {
    private static final int MOST = 30;
    private final Set<String> notes = new LinkedHashSet<>();

    void add(String note) {
      if (notes.size() < MOST) notes.add(note);
    }

    List<String> list() {
      return new ArrayList<>(notes);
    }
  }
}
