package dev.tandem.deals.crm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of what a CRM has.
 *
 * @param next where to go on, or, when complete, where the next scan starts
 * @param complete whether the scan has come to its end
 * @param notes about the page as a whole, for people
 * @param listing a part of the list of all that the CRM has, or null
 */
public record CrmPage(
    List<CrmRecord> records,
    List<CrmRemoval> removals,
    List<CrmRefusal> refusals,
    SyncCursor next,
    boolean complete,
    List<String> notes,
    @Nullable Listing listing) {
  public CrmPage {
    records = List.copyOf(records);
    removals = List.copyOf(removals);
    refusals = List.copyOf(refusals);
    notes = List.copyOf(notes);
  }

  public CrmPage(
      List<CrmRecord> records,
      List<CrmRemoval> removals,
      List<CrmRefusal> refusals,
      SyncCursor next,
      boolean complete,
      List<String> notes) {
    this(records, removals, refusals, next, complete, notes, null);
  }

  public static CrmPage of(List<CrmRecord> records, SyncCursor next, boolean complete) {
    return new CrmPage(records, List.of(), List.of(), next, complete, List.of());
  }

  public static CrmPage ofRemovals(List<CrmRemoval> removals, SyncCursor next, boolean complete) {
    return new CrmPage(List.of(), removals, List.of(), next, complete, List.of());
  }

  /**
   * Which deals there are, in as many pages as it takes; what was heard of before and is on none of
   * them is gone.
   *
   * @param name the same on all pages of one listing, another for each listing
   * @param last whether the list ends here
   */
  public record Listing(String name, List<String> ids, boolean last) {
    public Listing {
      ids = List.copyOf(ids);
    }
  }

  /**
   * A record that the adapter could not read.
   *
   * @param crmId or, where it has none, where it stands
   */
  public record CrmRefusal(String crmId, String column, String problem) {}
}
